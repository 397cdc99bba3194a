import { Minus, Plus, X } from "lucide-react";
import { useRef } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import type { Filter } from "@/lib/search-query/filter";
import { filterMeaning } from "./filter-meaning";

export interface FilterChipsProps {
  filters: readonly Filter[];
  onRemove: (filter: Filter) => void;
  /** Asks for the opposite: samples without instead of with it. Left out where that is not offered. */
  onTurn?: (filter: Filter) => void;
}

/** The filters that were understood. Each is removed by a click, Enter, Backspace or Delete. */
export function FilterChips({ filters, onRemove, onTurn }: FilterChipsProps) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  if (filters.length === 0) return null;
  const remove = (index: number, filter: Filter) => {
    // The focus goes to a neighbour, as the button that has it disappears.
    const buttons = list.current?.querySelectorAll<HTMLElement>("[data-chip]");
    (buttons?.[index + 1] ?? buttons?.[index - 1])?.focus();
    onRemove(filter);
  };
  return (
    <ul ref={list} aria-label={t("Filters")} className="flex flex-wrap gap-1.5">
      {filters.map((filter, index) => (
        <li
          key={`${filter.text} ${filters.slice(0, index).filter((other) => other.text === filter.text).length}`}
          className={cn(
            "inline-flex h-7.5 max-w-full items-center overflow-hidden rounded-md border text-sm transition-colors",
            onTurn && filter.isNegated
              ? "border-accent/40 bg-accent/10 text-accent hover:border-accent"
              : "border-primary/35 bg-primary/12 text-primary hover:border-primary",
          )}
        >
          {onTurn ? (
            <button
              type="button"
              aria-label={t("Ask for the opposite of {filter}", { filter: filter.text })}
              title={
                filter.isNegated ? t("Without these; press for only these") : t("Only these; press for without these")
              }
              onClick={() => onTurn(filter)}
              className="grid h-full w-6.5 shrink-0 place-items-center border-current/25 border-r hover:bg-current/10 focus-visible:-outline-offset-2"
            >
              {filter.isNegated ? (
                <Minus aria-hidden className="size-3.5" />
              ) : (
                <Plus aria-hidden className="size-3.5" />
              )}
            </button>
          ) : null}
          <button
            type="button"
            data-chip
            aria-label={t("Remove the filter {filter}: {meaning}", {
              filter: filter.text,
              meaning: filterMeaning(filter, t),
            })}
            title={filterMeaning(filter, t)}
            onClick={() => remove(index, filter)}
            onKeyDown={(event) => {
              if (event.key !== "Backspace" && event.key !== "Delete") return;
              event.preventDefault();
              remove(index, filter);
            }}
            className="inline-flex h-full min-w-0 items-center gap-1.5 pr-1.5 pl-2.5 focus-visible:-outline-offset-2"
          >
            <span className="truncate">{filter.text}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
