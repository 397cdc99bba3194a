import { X } from "lucide-react";
import { useRef } from "react";
import type { Filter } from "@/lib/search-query/filter";
import { filterMeaning } from "./filter-meaning";

export interface FilterChipsProps {
  filters: readonly Filter[];
  onRemove: (filter: Filter) => void;
}

/** The filters that were understood. Each is removed by a click, Enter, Backspace or Delete. */
export function FilterChips({ filters, onRemove }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  if (filters.length === 0) return null;
  const remove = (index: number, filter: Filter) => {
    // The focus goes to a neighbour, as the button that has it disappears.
    const buttons = list.current?.querySelectorAll("button");
    (buttons?.[index + 1] ?? buttons?.[index - 1])?.focus();
    onRemove(filter);
  };
  return (
    <ul ref={list} aria-label="Filters" className="flex flex-wrap gap-1.5">
      {filters.map((filter, index) => (
        <li key={`${filter.text} ${filters.slice(0, index).filter((other) => other.text === filter.text).length}`}>
          <button
            type="button"
            aria-label={`Remove the filter ${filter.text}: ${filterMeaning(filter)}`}
            title={filterMeaning(filter)}
            onClick={() => remove(index, filter)}
            onKeyDown={(event) => {
              if (event.key !== "Backspace" && event.key !== "Delete") return;
              event.preventDefault();
              remove(index, filter);
            }}
            className="inline-flex h-7.5 max-w-full items-center gap-1.5 rounded-md border border-primary/35 bg-primary/12 pr-1.5 pl-2.5 text-primary text-sm transition-colors hover:border-primary"
          >
            <span className="truncate">{filter.text}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
