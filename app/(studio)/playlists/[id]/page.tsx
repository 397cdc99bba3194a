import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PlaylistView } from "@/components/collections/playlist-view";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadPlaylist } from "@/lib/playlists/loaders";

interface PlaylistPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PlaylistPageProps): Promise<Metadata> {
  const [playlist, t] = await Promise.all([params.then(({ id }) => loadPlaylist(id)), loadText()]);
  return { title: playlist?.name ?? t("Playlist") };
}

export default function PlaylistPage({ params }: PlaylistPageProps) {
  return (
    <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
      <Loaded params={params} />
    </Suspense>
  );
}

async function Loaded({ params }: PlaylistPageProps) {
  const playlist = await loadPlaylist((await params).id);
  if (!playlist) notFound();
  return <PlaylistView key={playlist.updatedAt} playlist={playlist} />;
}
