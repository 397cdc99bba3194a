import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { HELP_GROUPS } from "@/lib/help/constants";
import type { HelpBlock, HelpEntry, HelpHeading } from "@/lib/help/schema";

/** All pages of help in their groups. */
export function HelpNavigation({ entries, current }: { entries: readonly HelpEntry[]; current: string | null }) {
  const t = useText();
  return (
    <nav aria-label={t("Help")} className="flex flex-col gap-5 text-sm">
      {HELP_GROUPS.map(({ title, slugs }) => (
        <div key={title}>
          <p className="eyebrow mb-1.5">{t(title)}</p>
          <ul className="flex flex-col">
            {slugs.map((slug) => (
              <li key={slug}>
                <Link
                  href={`/docs/${slug}`}
                  aria-current={slug === current ? "page" : undefined}
                  className={cn(
                    "block rounded-sm py-1",
                    slug === current ? "font-medium text-primary" : "text-muted-foreground hover:text-foreground",
                  )}
                >
                  {entries.find((entry) => entry.slug === slug)?.title ?? slug}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The headings of a page. */
export function HelpContents({ blocks }: { blocks: readonly HelpBlock[] }) {
  const t = useText();
  const headings = blocks.filter((block): block is HelpHeading => block.kind === "heading");
  if (headings.length < 2) return null;
  return (
    <nav aria-label={t("On this page")} className="text-sm">
      <p className="eyebrow mb-1.5">{t("On this page")}</p>
      <ul className="flex flex-col border-l">
        {headings.map(({ id, level, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={cn(
                "block py-0.5 text-muted-foreground wrap-anywhere hover:text-foreground",
                level === 2 ? "pl-3" : "pl-6 text-xs",
              )}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NeighboursProps {
  previous: HelpEntry | null;
  next: HelpEntry | null;
}

/** The pages before and after this one. */
export function HelpNeighbours({ previous, next }: NeighboursProps) {
  const t = useText();
  return (
    <nav aria-label={t("Neighbouring pages")} className="mt-12 grid gap-3 border-t pt-6 sm:grid-cols-2">
      {previous ? <Neighbour entry={previous} label={t("Before")} /> : <span className="max-sm:hidden" />}
      {next ? <Neighbour entry={next} label={t("Next")} className="sm:text-right" /> : null}
    </nav>
  );
}

function Neighbour({ entry, label, className }: { entry: HelpEntry; label: string; className?: string }) {
  return (
    <Link
      href={`/docs/${entry.slug}`}
      className={cn(
        "rounded-md border px-4 py-3 transition-colors hover:border-border-strong hover:bg-muted",
        className,
      )}
    >
      <span className="block text-muted-foreground text-xs">{label}</span>
      <span className="font-medium">{entry.title}</span>
    </Link>
  );
}
