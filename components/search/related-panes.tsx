import type { ReactNode } from "react";
import { useText } from "#text";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { AbsenceNote, Pane } from "@/components/samples/pane";
import { trackOf } from "@/components/samples/sample-track";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { DuplicateGroup } from "@/lib/duplicates/schema";
import { msg, type Text } from "@/lib/language/text";
import { formatPercent } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";
import type { SearchHit } from "@/lib/search/schema";
import type { Fit } from "@/lib/similarity/fits/schema";
import { DismissDuplicate } from "./dismiss-duplicate";
import { ASPECT_NAMES, aspectMatches, matchShare } from "./match-text";
import { RelatedRow } from "./related-row";
import { searchHref } from "./search-href";

/** How many samples a pane shows, and its skeleton makes room for. */
export const RELATED_ROWS = 5;

const NOT_YET = msg("This sample is not in the index yet. Reload the page in a few seconds.");

/** What sounds like a sample, with a way to all of it. */
export function SoundsLikePane({ sampleId, hits }: { sampleId: string; hits: readonly SearchHit[] | null }) {
  const t = useText();
  return (
    <RelatedPane
      title={t("Sounds like this")}
      hits={hits ?? []}
      href={searchHref({ like: [sampleId] })}
      more={t("All that sound like this")}
      none={hits ? t("No other sample has been analysed yet.") : t(NOT_YET)}
    >
      {(hits ?? []).map((hit) => (
        <RelatedRow
          key={hit.sample.id}
          sample={hit.sample}
          score={matchShare(hit)}
          reason={aspectText(hit.explanation, t)}
        />
      ))}
    </RelatedPane>
  );
}

function aspectText(explanation: SearchHit["explanation"], t: Text): string {
  return aspectMatches(explanation)
    .map(({ aspect, share }) => `${t(ASPECT_NAMES[aspect])} ${formatPercent(share, t)}`)
    .join(" · ");
}

/** What goes under or over a sample. */
export function FitsWithPane({ hits }: { hits: readonly (Fit & { sample: SampleRow })[] | null }) {
  const t = useText();
  return (
    <RelatedPane
      title={t("Fits with this")}
      hits={hits ?? []}
      none={hits ? t("Nothing in the library goes with this by key, tempo and role.") : t(NOT_YET)}
    >
      {(hits ?? []).map(({ sample, score, reasons }) => (
        <RelatedRow
          key={sample.id}
          sample={sample}
          score={score}
          reason={reasons.map(({ text }) => t(text)).join(" · ")}
        />
      ))}
    </RelatedPane>
  );
}

const KINDS: Record<DuplicateGroup["kind"], string> = {
  bytes: msg("The same file"),
  recording: msg("The same recording"),
  near: msg("Nearly the same sound"),
};

/** Other samples that are the same, or nearly. Nothing is removed by itself. */
export function DuplicatesPane({ sampleId, groups }: { sampleId: string; groups: readonly DuplicateGroup[] }) {
  const t = useText();
  const others = groups.flatMap(({ id, kind, members }) =>
    members.filter((member) => member.id !== sampleId).map((member) => ({ key: `${id} ${member.id}`, kind, member })),
  );
  const advice = groups.flatMap(({ members, suggestion }) => {
    const kept = members.find(({ id }) => id === suggestion.keep);
    if (!kept) return [];
    const reason = t(suggestion.reason);
    return kept.id === sampleId
      ? t("This one is the one to keep: {reason}", { reason })
      : t("Keep {name}: {reason}", { name: kept.fileName, reason });
  });
  return (
    <Pane title={t("Duplicates")} className="min-h-30">
      {others.length === 0 ? (
        <AbsenceNote reason={t("No other sample is the same recording, or nearly the same.")} />
      ) : (
        <>
          <ul className="divide-y divide-border">
            {others.map(({ key, kind, member }) => (
              <li key={key} className="flex items-center justify-between gap-3 py-2 text-sm">
                <div className="min-w-0">
                  <Link
                    href={`/samples/${member.id}`}
                    className="rounded-xs font-medium underline-offset-4 [overflow-wrap:anywhere] hover:text-primary hover:underline"
                  >
                    {member.fileName}
                  </Link>
                  <p className="text-muted-foreground text-xs">
                    {[t(KINDS[kind]), member.folderPath].filter(Boolean).join(" · ")}
                  </p>
                </div>
                <DismissDuplicate sampleId={sampleId} other={member} />
              </li>
            ))}
          </ul>
          {[...new Set(advice)].map((text) => (
            <p key={text} className="mt-2 text-muted-foreground text-xs">
              {text}
            </p>
          ))}
        </>
      )}
    </Pane>
  );
}

interface RelatedPaneProps {
  title: string;
  /** What the rows are of. */
  hits: readonly { sample: SampleRow }[];
  /** Where all of it is. */
  href?: string;
  more?: string;
  /** Said if there is nothing. */
  none: string;
  children: readonly ReactNode[];
}

function RelatedPane({ title, hits, href, more, none, children }: RelatedPaneProps) {
  const tracks = hits.flatMap(({ sample }) => trackOf(sample) ?? []);
  return (
    <Pane title={title} className="min-h-100">
      {children.length === 0 ? (
        <AbsenceNote reason={none} />
      ) : (
        <ListOfSounds id={title} tracks={tracks} goesOn={false}>
          <ol className="divide-y divide-border">{children}</ol>
        </ListOfSounds>
      )}
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
  const t = useText();
  return (
    <Pane title={title} className="min-h-100">
      <p className="sr-only">{t("Loading…")}</p>
      {ROWS.map((row) => (
        <div key={row} aria-hidden className="flex h-16 items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </Pane>
  );
}
