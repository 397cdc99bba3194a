import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ItemView } from "@/components/gallery/item-view";
import { StructuredData } from "@/components/gallery/structured-data";
import { loadItem } from "@/lib/gallery/loaders";
import { loadItemData, loadItemHead } from "@/lib/syndication/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface ItemPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  return loadItemHead((await params).slug);
}

export default async function ItemPage({ params }: ItemPageProps) {
  const { slug } = await params;
  const [page, data] = await Promise.all([loadItem(slug), loadItemData(slug)]);
  if (!page) notFound();
  return (
    <main id="content" className="flex-1 py-10">
      {data === null ? null : <StructuredData json={data} />}
      <ItemView {...page} />
    </main>
  );
}
