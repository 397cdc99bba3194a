"use client";

import { useId, useState } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { cn } from "@/lib/cn";
import type { SearchAnswer, SearchRefusal } from "@/lib/search/schema";
import { removeSpan } from "@/lib/search-query/edit";
import { parseQuery } from "@/lib/search-query/parse";
import { FilterChips } from "./filter-chips";
import { NoResults, RefusedSearch } from "./no-results";
import { ProblemList } from "./problem-list";
import { ResultList } from "./result-list";
import { SearchBox } from "./search-box";
import { SearchControls } from "./search-controls";
import { type SearchAddress, searchHref } from "./search-href";
import { type SoundExample, SoundExamples } from "./sound-examples";
import { SoundSearchButton } from "./sound-search-button";
import { useSearchAddress } from "./use-search-address";

export type SearchOutcome = { ok: true; value: SearchAnswer } | { ok: false; reason: SearchRefusal | "feature_off" };

export interface SearchViewProps {
  address: SearchAddress;
  outcome: SearchOutcome;
  /** The samples that results should sound like. */
  examples: readonly SoundExample[];
  /** Whether sounds can be searched with. */
  canCompare: boolean;
}

/** The search: one box for words and filters, sounds to compare with, and what was found. */
export function SearchView({ address, outcome, examples, canCompare }: SearchViewProps) {
  const { wanted, isPending, type, change } = useSearchAddress(address);
  const problemsId = useId();
  /** The text as it was when somebody had finished typing it. */
  const [finished, setFinished] = useState(wanted.query);
  const parsed = parseQuery(wanted.query);
  // What is being typed is not wrong yet.
  const isFinished = finished === wanted.query;
  const problems = parsed.problems.filter(({ span }) => isFinished || span.end < wanted.query.length);
  const enter = (query: string) => {
    setFinished(query);
    change({ query });
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3">
        <SearchBox
          text={wanted.query}
          parsed={{ ...parsed, problems }}
          problemsId={problems.length > 0 ? problemsId : undefined}
          onType={type}
          onEnter={enter}
          onLeave={() => setFinished(wanted.query)}
        >
          {canCompare ? (
            <SoundSearchButton onSound={({ id, weights }) => change({ sound: id, weights, sort: "relevance" })} />
          ) : null}
        </SearchBox>
        <ProblemList id={problemsId} text={wanted.query} problems={problems} />
        <FilterChips filters={parsed.filters} onRemove={({ span }) => enter(removeSpan(wanted.query, span).text)} />
        <SoundExamples address={wanted} examples={examples} onChange={change} />
        <SearchControls address={wanted} onChange={change} />
      </div>
      <div aria-busy={isPending} className={cn("flex flex-col gap-4 transition-opacity", isPending && "opacity-60")}>
        <Found
          key={searchHref(address)}
          outcome={outcome}
          address={address}
          canCompare={canCompare}
          onChange={change}
        />
      </div>
    </div>
  );
}

interface FoundProps extends Pick<SearchViewProps, "outcome" | "address" | "canCompare"> {
  onChange: (part: Partial<SearchAddress>) => void;
}

function Found({ outcome, address, canCompare, onChange }: FoundProps) {
  const t = useText();
  if (!outcome.ok) return <RefusedSearch reason={outcome.reason} onChange={onChange} />;
  const answer = outcome.value;
  if (answer.hits.length === 0) return <NoResults address={address} answer={answer} onChange={onChange} />;
  return (
    <>
      {answer.corrected === null ? null : (
        <p className="text-sm">
          <Rich
            t={t}
            text="Nothing has these words as they are written. These are the results for <words>{words}</words>."
            values={{ words: answer.corrected }}
            parts={{ words: (inner) => <strong className="font-medium">{inner}</strong> }}
          />
        </p>
      )}
      <ResultList answer={answer} address={address} canCompare={canCompare} />
    </>
  );
}
