import type { Metadata } from "next";
import { GalleryView } from "@/components/gallery/gallery-view";
import { loadGallery } from "@/lib/gallery/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface GalleryPageProps {
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
}

export const metadata: Metadata = {
  title: "Gallery",
  description: "Samples, loops and tracks that people show to everybody, each with tempo, key and loudness.",
};

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { q, after } = await searchParams;
  const query = typeof q === "string" ? q : "";
  const page = await loadGallery({ query, after: typeof after === "string" ? after : null });
  return (
    <main id="content" className="flex-1 py-10">
      <GalleryView {...page} isFirstPage={typeof after !== "string"} />
    </main>
  );
}
