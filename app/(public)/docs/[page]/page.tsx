import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HelpPageView } from "@/components/help/help-view";
import { loadHelpHead, loadHelpPage } from "@/lib/help/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface HelpPageProps {
  params: Promise<{ page: string }>;
}

export async function generateMetadata({ params }: HelpPageProps): Promise<Metadata> {
  return loadHelpHead((await params).page);
}

export default async function HelpPage({ params }: HelpPageProps) {
  const view = await loadHelpPage((await params).page);
  if (!view) notFound();
  return (
    <main id="content" className="flex-1 py-10">
      <HelpPageView {...view} />
    </main>
  );
}
