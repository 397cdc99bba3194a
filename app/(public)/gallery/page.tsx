import type { Metadata } from "next";
import { FittingRow } from "@/components/gallery/fitting-row";
import { GalleryView } from "@/components/gallery/gallery-view";
import { loadFitting, loadGallery } from "@/lib/gallery/loaders";
import { loadGalleryHead } from "@/lib/syndication/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface GalleryPageProps {
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: GalleryPageProps): Promise<Metadata> {
  const { q, after } = await searchParams;
  return loadGalleryHead(!q && !after);
}

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { q, after } = await searchParams;
  const query = typeof q === "string" ? q : "";
  const isFront = query.trim() === "" && typeof after !== "string";
  const [{ page, revision }, fitting] = await Promise.all([
    loadGallery({ query, after: typeof after === "string" ? after : null }),
    isFront ? loadFitting() : null,
  ]);
  return (
    <main id="content" data-revision={revision} className="flex-1 py-10">
      <GalleryView {...page} isFirstPage={typeof after !== "string"}>
        {fitting ? <FittingRow {...fitting} /> : null}
      </GalleryView>
    </main>
  );
}
