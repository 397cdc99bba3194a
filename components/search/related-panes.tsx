import type { ReactNode } from "react";
import { AbsenceNote, Pane } from "@/components/samples/pane";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { formatPercent } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";
import type { SearchHit } from "@/lib/search/schema";
import type { Fit } from "@/lib/similarity/fits/schema";
import { ASPECT_NAMES, aspectMatches } from "./match-text";
import { RelatedRow } from "./related-row";
import { searchHref } from "./search-address";

/** How many samples a pane shows, and its skeleton makes room for. */
export const RELATED_ROWS = 5;

const NOT_YET = "This sample is not in the index yet. Reload the page in a few seconds.";

/** What sounds like a sample, with a way to all of it. */
export function SoundsLikePane({ sampleId, hits }: { sampleId: string; hits: readonly SearchHit[] | null }) {
  return (
    <RelatedPane
      title="Sounds like this"
      href={searchHref({ like: [sampleId] })}
      more="All that sound like this"
      none={hits ? "No other sample has been analysed yet." : NOT_YET}
    >
      {(hits ?? []).map(({ sample, score, explanation }) => (
        <RelatedRow key={sample.id} sample={sample} score={score} reason={aspectText(explanation)} />
      ))}
    </RelatedPane>
  );
}

function aspectText(explanation: SearchHit["explanation"]): string {
  return aspectMatches(explanation)
    .map(({ aspect, share }) => `${ASPECT_NAMES[aspect]} ${formatPercent(share)}`)
    .join(" · ");
}

/** What goes under or over a sample. */
export function FitsWithPane({ hits }: { hits: readonly (Fit & { sample: SampleRow })[] | null }) {
  return (
    <RelatedPane
      title="Fits with this"
      none={hits ? "Nothing in the library goes with this by key, tempo and role." : NOT_YET}
    >
      {(hits ?? []).map(({ sample, score, reasons }) => (
        <RelatedRow
          key={sample.id}
          sample={sample}
          score={score}
          reason={reasons.map(({ text }) => text).join(" · ")}
        />
      ))}
    </RelatedPane>
  );
}

interface RelatedPaneProps {
  title: string;
  /** Where all of it is. */
  href?: string;
  more?: string;
  /** Said if there is nothing. */
  none: string;
  children: readonly ReactNode[];
}

function RelatedPane({ title, href, more, none, children }: RelatedPaneProps) {
  return (
    <Pane title={title} className="min-h-85">
      {children.length === 0 ? <AbsenceNote reason={none} /> : <ol className="divide-y divide-border">{children}</ol>}
      {href && children.length > 0 ? (
        <Link href={href} className="mt-auto w-fit rounded-xs pt-3 text-primary text-sm hover:underline">
          {more}
        </Link>
      ) : null}
    </Pane>
  );
}

const ROWS = Array.from({ length: RELATED_ROWS }, (_, row) => row);

/** Has the height of a pane, so that what stands below does not move. */
export function RelatedSkeleton({ title }: { title: string }) {
  return (
    <Pane title={title} className="min-h-85">
      <p className="sr-only">Loading…</p>
      {ROWS.map((row) => (
        <div key={row} aria-hidden className="flex h-14 items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </Pane>
  );
}
