"use client";

import { Fragment, useState, useTransition } from "react";
import { errorText } from "@/components/forms/error-text";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { trackOf } from "@/components/samples/sample-track";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
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
  const [pages, setPages] = useState<readonly SearchAnswer[]>([answer]);
  const [isFetching, startFetching] = useTransition();
  const hits = pages.flatMap((page) => page.hits);
  const firstWeak = hits.findIndex((hit) => hit.isWeak);
  const last = pages.at(-1) ?? answer;
  const more = (cursor: string) =>
    startFetching(async () => {
      const next = await fetchMore(address, cursor).catch(() => null);
      if (next) setPages([...pages, next]);
      else toast.error("The next results did not come", { description: errorText() });
    });
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-muted-foreground text-sm">
        {summaryOf(hits.length, last)}
        {hasSound(address) && address.sort !== "relevance"
          ? ". Sounds are compared only where the best match comes first."
          : null}
      </p>
      <ListOfSounds
        id={searchHref(address)}
        tracks={hits.flatMap(({ sample }) => trackOf(sample) ?? [])}
        goesOn={false}
        isMain
      >
        <ol aria-label="Results" className="glass overflow-hidden rounded-lg">
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
          Show more results
        </Button>
      )}
    </div>
  );
}

function summaryOf(count: number, { nextCursor, leftOut, isExact }: SearchAnswer): string {
  const shown = `${nextCursor === null ? "" : "The first "}${count} ${count === 1 ? "result" : "results"}`;
  const folders = leftOut > 0 ? `, ${leftOut} more in the same folders` : "";
  return `${shown}${folders}${isExact ? "" : ", compared approximately"}`;
}

function WeakDivider() {
  return (
    <li className="eyebrow flex items-center gap-3 border-b bg-muted px-4 py-2.5">
      Less likely matches
      <span aria-hidden className="h-px flex-1 bg-border-strong" />
    </li>
  );
}
