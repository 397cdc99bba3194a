import type { ReactNode } from "react";
import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { HELP_GROUPS } from "@/lib/help/constants";
import type { HelpEntry, HelpPage } from "@/lib/help/schema";
import { HelpBlocks } from "./help-blocks";
import { HelpContents, HelpNavigation, HelpNeighbours } from "./help-navigation";
import { HelpSearch } from "./help-search";

export interface HelpPageViewProps {
  page: HelpPage;
  entries: readonly HelpEntry[];
  previous: HelpEntry | null;
  next: HelpEntry | null;
}

/** One page of help, between the list of all pages and its own headings. */
export function HelpPageView({ page, entries, previous, next }: HelpPageViewProps) {
  const t = useText();
  return (
    <Columns
      aside={<HelpNavigation entries={entries} current={page.slug} />}
      contents={<HelpContents blocks={page.blocks} />}
    >
      <HelpSearch />
      <details className="rounded-md border px-4 py-2.5 text-sm lg:hidden">
        <summary className="cursor-pointer font-medium">{t("All pages")}</summary>
        <div className="pt-3">
          <HelpNavigation entries={entries} current={page.slug} />
        </div>
      </details>
      <article className="flex min-w-0 flex-col gap-4">
        <h1 className="font-display font-medium text-3xl tracking-tight">{page.title}</h1>
        <details className="rounded-md border px-4 py-2.5 text-sm xl:hidden">
          <summary className="cursor-pointer font-medium">{t("Contents")}</summary>
          <div className="pt-3">
            <HelpContents blocks={page.blocks} />
          </div>
        </details>
        <HelpBlocks blocks={page.blocks} />
      </article>
      <HelpNeighbours previous={previous} next={next} />
    </Columns>
  );
}

/** Where all help begins: its pages in their groups, or what a search found. */
export function HelpFront({
  entries,
  found,
  question,
}: {
  entries: readonly HelpEntry[];
  found: ReactNode;
  question: string;
}) {
  const t = useText();
  return (
    <div className="flex flex-col gap-8">
      <header>
        <h1 className="font-display font-medium text-3xl tracking-tight">{t("Help")}</h1>
        <p className="mt-1 max-w-prose text-muted-foreground">
          {t("What is measured and what it means, how to find and show your sounds, and how to run this yourself.")}
        </p>
      </header>
      <div className="max-w-prose">
        <HelpSearch question={question} />
      </div>
      {found ?? <AllPages entries={entries} />}
    </div>
  );
}

function AllPages({ entries }: { entries: readonly HelpEntry[] }) {
  const t = useText();
  return HELP_GROUPS.map(({ title, slugs }) => (
    <section key={title} aria-label={t(title)}>
      <h2 className="eyebrow mb-3">{t(title)}</h2>
      <ul className={cn("grid gap-3 sm:grid-cols-2", slugs.length === 4 ? "lg:grid-cols-4" : "lg:grid-cols-3")}>
        {slugs.flatMap((slug) => {
          const entry = entries.find((one) => one.slug === slug);
          if (!entry) return [];
          return (
            <li key={slug} className="glass relative rounded-lg p-5 transition-colors hover:border-border-strong">
              <h3 className="font-medium text-lg">
                <Link href={`/docs/${slug}`} className="after:absolute after:inset-0 after:rounded-lg">
                  {entry.title}
                </Link>
              </h3>
              <p className="mt-1 text-muted-foreground text-sm">{entry.summary}</p>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}

function Columns({ aside, contents, children }: { aside: ReactNode; contents: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-10 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_12rem]">
      <div className="max-lg:hidden">
        <div className="sticky top-6">{aside}</div>
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
      <div className="max-xl:hidden">
        <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">{contents}</div>
      </div>
    </div>
  );
}
