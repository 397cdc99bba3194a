import type { Metadata } from "next";
import { HelpResults } from "@/components/help/help-search";
import { HelpFront } from "@/components/help/help-view";
import { loadHelpAnswer, loadHelpEntries, loadHelpHead } from "@/lib/help/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface HelpFrontPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

const questionOf = (q: string | string[] | undefined) => (typeof q === "string" ? q.trim() : "");

export async function generateMetadata({ searchParams }: HelpFrontPageProps): Promise<Metadata> {
  return loadHelpHead(null, questionOf((await searchParams).q) !== "");
}

export default async function HelpFrontPage({ searchParams }: HelpFrontPageProps) {
  const asked = questionOf((await searchParams).q);
  const [entries, answer] = await Promise.all([loadHelpEntries(), asked === "" ? null : loadHelpAnswer(asked)]);
  return (
    <main id="content" className="flex-1 py-10">
      <HelpFront
        entries={entries}
        question={answer?.question ?? ""}
        found={answer ? <HelpResults {...answer} /> : null}
      />
    </main>
  );
}
