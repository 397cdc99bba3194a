"use client";

import { Fragment, useState, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { trackOf } from "@/components/samples/sample-track";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Text } from "@/lib/language/text";
import type { SearchAnswer } from "@/lib/search/schema";
import { fetchMore } from "./fetch-more";
import { ResultRow } from "./result-row";
import { hasSound, type SearchAddress, searchHref } from "./search-href";

export interface ResultListProps {
  /** The first page. */
  answer: SearchAnswer;
  address: SearchAddress;
  /** Whether sounds can be searched with. */
  canCompare: boolean;
}

/** The results, the best first, with a line where they get weak. More are fetched when they are asked for. */
export function ResultList({ answer, address, canCompare }: ResultListProps) {
  const t = useText();
  const [pages, setPages] = useState<readonly SearchAnswer[]>([answer]);
  const [isFetching, startFetching] = useTransition();
  const hits = pages.flatMap((page) => page.hits);
  const firstWeak = hits.findIndex((hit) => hit.isWeak);
  const last = pages.at(-1) ?? answer;
  const more = (cursor: string) =>
    startFetching(async () => {
      const next = await fetchMore(address, cursor).catch(() => null);
      if (next) setPages([...pages, next]);
      else toast.error(t("The next results did not come"), { description: t(errorText()) });
    });
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-muted-foreground text-sm">
        {summaryOf(hits.length, last, t)}
        {hasSound(address) && address.sort !== "relevance"
          ? `. ${t("Sounds are compared only where the best match comes first.")}`
          : null}
      </p>
      <ListOfSounds
        id={searchHref(address)}
        tracks={hits.flatMap(({ sample }) => trackOf(sample) ?? [])}
        goesOn={false}
        isMain
      >
        <ol aria-label={t("Results")} className="glass overflow-hidden rounded-lg">
          {hits.map((hit, index) => (
            <Fragment key={hit.sample.id}>
              {index === firstWeak ? <WeakDivider /> : null}
              <ResultRow hit={hit} address={address} canCompare={canCompare} />
            </Fragment>
          ))}
        </ol>
      </ListOfSounds>
      {last.nextCursor === null ? null : (
        <Button className="self-center" pending={isFetching} onClick={() => more(last.nextCursor ?? "")}>
          {t("Show more results")}
        </Button>
      )}
    </div>
  );
}

/** A list of short remarks, such as `The first 50 results, compared approximately`. */
function summaryOf(count: number, { nextCursor, leftOut, isExact }: SearchAnswer, t: Text): string {
  const remarks = [
    nextCursor === null
      ? t.count(count, "{count} result", "{count} results")
      : t.count(count, "The first {count} result", "The first {count} results"),
    leftOut > 0 ? t("{count} more in the same folders", { count: leftOut }) : null,
    isExact ? null : t("compared approximately"),
  ];
  return remarks.filter(Boolean).join(", ");
}

function WeakDivider() {
  const t = useText();
  return (
    <li className="eyebrow flex items-center gap-3 border-b bg-muted px-4 py-2.5">
      {t("Less likely matches")}
      <span aria-hidden className="h-px flex-1 bg-border-strong" />
    </li>
  );
}
