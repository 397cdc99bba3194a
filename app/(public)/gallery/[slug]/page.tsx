import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ItemView } from "@/components/gallery/item-view";
import { loadItem } from "@/lib/gallery/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface ItemPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  const page = await loadItem((await params).slug);
  if (!page) return { title: "Not public", robots: { index: false } };
  const { item, address } = page;
  return {
    title: `${item.title} by ${item.artistName}`,
    description: item.description.slice(0, 200) || `${item.title} by ${item.artistName}, with tempo, key and loudness.`,
    alternates: { canonical: address },
  };
}

export default async function ItemPage({ params }: ItemPageProps) {
  const page = await loadItem((await params).slug);
  if (!page) notFound();
  return (
    <main id="content" className="flex-1 py-10">
      <ItemView {...page} />
    </main>
  );
}
