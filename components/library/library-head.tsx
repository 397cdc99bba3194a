"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Fragment } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import { COLUMN_HEADS, type ColumnHead } from "./library-columns";
import type { LibrarySort, SortColumn } from "./library-view";
import { FROM_LG, FROM_XL, ROW_GRID } from "./row-layout";

/** The columns that only wide screens have. */
const WIDTHS: Partial<Record<SortColumn, string>> = {
  kind: FROM_LG,
  duration: FROM_LG,
  loudness: FROM_LG,
  added: FROM_XL,
};

export interface LibraryHeadProps {
  sort: LibrarySort;
  onSort: (sort: LibrarySort) => void;
  allSelected: boolean;
  someSelected: boolean;
  onSelectAll: (isSelected: boolean) => void;
}

/** The order after a press on a column head. */
export function nextSort(head: ColumnHead, sort: LibrarySort): LibrarySort {
  const isSorted = sort.column === head.column;
  return { column: head.column, descending: isSorted ? !sort.descending : head.firstDescending };
}

export function LibraryHead({ sort, onSort, allSelected, someSelected, onSelectAll }: LibraryHeadProps) {
  return (
    <thead className="sticky top-0 z-10 hidden border-b bg-surface/95 backdrop-blur-md md:block">
      <tr aria-rowindex={1} className={cn("h-10", ROW_GRID)}>
        <th scope="col" className="grid place-items-center">
          <Checkbox
            aria-label="Select all"
            checked={allSelected}
            indeterminate={someSelected && !allSelected}
            onCheckedChange={(checked) => onSelectAll(checked)}
          />
        </th>
        <th scope="col">
          <span className="sr-only">Preview</span>
        </th>
        {COLUMN_HEADS.map((head) => (
          <Fragment key={head.column}>
            <SortableHead head={head} sort={sort} onSort={onSort} />
            {head.column === "kind" ? (
              <th scope="col" className={cn("eyebrow text-left", FROM_XL)}>
                Tags
              </th>
            ) : null}
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}

function SortableHead({ head, sort, onSort }: { head: ColumnHead } & Pick<LibraryHeadProps, "sort" | "onSort">) {
  const isSorted = sort.column === head.column;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}
      className={cn(head.isNumeric ? "text-right" : "text-left", head.column === "key" && "pl-4", WIDTHS[head.column])}
    >
      <button
        type="button"
        onClick={() => onSort(nextSort(head, sort))}
        className={cn(
          "eyebrow inline-flex h-8 items-center gap-1 rounded-xs hover:text-foreground",
          head.isNumeric && "flex-row-reverse",
          isSorted && "text-foreground!",
        )}
      >
        {head.label}
        <Arrow aria-hidden className={cn("size-3.5", isSorted ? "text-primary" : "invisible")} />
      </button>
    </th>
  );
}
