import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArtistHeader } from "@/components/artists/artist-header";
import { GalleryList } from "@/components/gallery/gallery-list";
import { MoreItems } from "@/components/gallery/more-items";
import { FollowButton } from "@/components/reactions/follow-button";
import { loadText } from "@/lib/choices/language";
import { loadArtist, loadArtistPage } from "@/lib/gallery/loaders";
import { loadArtistFollowing } from "@/lib/reactions/loaders";
import { loadArtistHead } from "@/lib/syndication/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface ArtistPageProps {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata({ params }: ArtistPageProps): Promise<Metadata> {
  return loadArtistHead(await loadArtist((await params).handle));
}

export default async function ArtistPage({ params, searchParams }: ArtistPageProps) {
  const t = await loadText();
  const [{ handle }, { after }] = await Promise.all([params, searchParams]);
  const [page, following] = await Promise.all([
    loadArtistPage(handle, typeof after === "string" ? after : null),
    loadArtistFollowing(handle),
  ]);
  if (!page) notFound();
  const { artist, items, nextCursor } = page;
  return (
    <main id="content" className="flex-1 py-10">
      <ArtistHeader
        artist={artist}
        follow={following ? <FollowButton following={following} path={`/artists/${artist.handle}`} /> : null}
      />
      <h2 className="eyebrow mb-3">{t("Sounds")}</h2>
      {items.length === 0 ? (
        <p className="text-muted-foreground">{t("Nothing is public here now.")}</p>
      ) : (
        <GalleryList label={t("Sounds")} items={items} />
      )}
      <MoreItems
        key={nextCursor}
        label={t("Sounds")}
        shown={items.length}
        nextCursor={nextCursor}
        path={`/artists/${artist.handle}`}
        query=""
        artist={artist.handle}
      />
    </main>
  );
}
