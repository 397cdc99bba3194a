"use client";

import { type ReactNode, useId, useState } from "react";
import { FilterChips } from "@/components/search/filter-chips";
import { ProblemList } from "@/components/search/problem-list";
import { SearchBox } from "@/components/search/search-box";
import { removeSpan } from "@/lib/search-query/edit";
import { parseQuery } from "@/lib/search-query/parse";
import { turnedRound } from "./query-filters";

export interface LibrarySearchProps {
  query: string;
  onType: (query: string) => void;
  onQuery: (query: string) => void;
  /** Stands at the end of the box. */
  children?: ReactNode;
}

/** The box for words and filters, what is wrong with them, and the filters that were understood. */
export function LibrarySearch({ query, onType, onQuery, children }: LibrarySearchProps) {
  const problemsId = useId();
  /** The text as it was when somebody had finished typing it. */
  const [finished, setFinished] = useState(query);
  const parsed = parseQuery(query);
  // What is being typed is not wrong yet.
  const problems = parsed.problems.filter(({ span }) => finished === query || span.end < query.length);
  const enter = (text: string) => {
    setFinished(text);
    onQuery(text);
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <SearchBox
        text={query}
        parsed={{ ...parsed, problems }}
        problemsId={problems.length > 0 ? problemsId : undefined}
        onType={onType}
        onEnter={enter}
        onLeave={() => setFinished(query)}
      >
        {children}
      </SearchBox>
      <ProblemList id={problemsId} text={query} problems={problems} />
      <FilterChips
        filters={parsed.filters}
        onRemove={({ span }) => enter(removeSpan(query, span).text)}
        onTurn={(filter) => enter(turnedRound(query, filter))}
      />
    </div>
  );
}
