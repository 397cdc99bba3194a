"use client";

import { ScanSearch, Search, Star, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { COLUMN_HEADS } from "./library-columns";
import { type LibraryView, SORT_COLUMNS, STATUS_FILTERS, type StatusFilter } from "./library-view";

const FILTER_LABELS: Record<StatusFilter, string> = {
  all: "All",
  analysed: "Analysed",
  under_way: "In progress",
  failed: "Failed",
};

export interface LibraryToolbarProps {
  view: LibraryView;
  onView: (change: Partial<LibraryView>) => void;
  counts: Record<StatusFilter, number>;
  /** How many favourites there are. */
  favourites: number;
}

export function LibraryToolbar({ view, onView, counts, favourites }: LibraryToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <search className="relative min-w-0 flex-1 basis-64">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted-foreground" />
        <Input
          type="search"
          aria-label="Find by name or folder"
          placeholder="Find by name or folder"
          value={view.query}
          onChange={(event) => onView({ query: event.currentTarget.value })}
          className="pl-9.5"
        />
      </search>
      <ButtonLink size="sm" variant="ghost" href={searchPath(view.query)} className="gap-1.5 px-2.5">
        <ScanSearch aria-hidden />
        Search everything
      </ButtonLink>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">Filter by status</legend>
        {STATUS_FILTERS.map((filter) => (
          <FilterButton
            key={filter}
            isOn={view.status === filter}
            count={counts[filter]}
            onClick={() => onView({ status: filter })}
          >
            {FILTER_LABELS[filter]}
          </FilterButton>
        ))}
      </fieldset>
      <FilterButton
        isOn={view.onlyFavourites}
        count={favourites}
        onClick={() => onView({ onlyFavourites: !view.onlyFavourites })}
      >
        <Star aria-hidden className={cn(view.onlyFavourites && "fill-current text-primary")} />
        Favourites
      </FilterButton>
      <SortSelect view={view} onView={onView} />
      {view.tag === "" ? null : (
        <Button
          size="sm"
          aria-label={`Remove the filter: tagged ${view.tag}`}
          onClick={() => onView({ tag: "" })}
          className="gap-1.5 px-2.5"
        >
          Tagged <span className="text-primary">{view.tag}</span>
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}

/** The full search for the same words: by tags, tempo, key and sound, not only by name and folder. */
const searchPath = (query: string) =>
  query.trim() === "" ? "/search" : `/search?q=${encodeURIComponent(query.trim())}`;

interface FilterButtonProps {
  isOn: boolean;
  /** How many samples it shows. */
  count: number;
  onClick: () => void;
  children: ReactNode;
}

function FilterButton({ isOn, count, onClick, children }: FilterButtonProps) {
  return (
    <Button
      size="sm"
      variant={isOn ? "secondary" : "ghost"}
      aria-pressed={isOn}
      onClick={onClick}
      className="gap-1.5 px-2.5"
    >
      {children}
      <span className={cn("figures text-xs", isOn ? "text-primary" : "text-muted-foreground")}>
        {formatCount(count)}
      </span>
    </Button>
  );
}

/** Replaces the column heads on narrow screens. */
function SortSelect({ view, onView }: Pick<LibraryToolbarProps, "view" | "onView">) {
  const options = COLUMN_HEADS.flatMap((head) => [
    { value: head.column, label: head.orders.ascending },
    { value: `-${head.column}`, label: head.orders.descending },
  ]);
  return (
    <NativeSelect
      label="Sort by"
      className="md:hidden"
      options={options}
      value={`${view.sort.descending ? "-" : ""}${view.sort.column}`}
      onValueChange={(value) => {
        const column = SORT_COLUMNS.find((known) => known === value.replace(/^-/, ""));
        if (column) onView({ sort: { column, descending: value.startsWith("-") } });
      }}
    />
  );
}

export interface SelectionBarProps {
  count: number;
  onDelete: () => void;
  onClear: () => void;
}

/** Actions for the selected samples, at the bottom of the screen within reach of a thumb. */
export function SelectionBar({ count, onDelete, onClear }: SelectionBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Selected samples"
      className="glass-strong fixed inset-x-4 bottom-22 z-30 mx-auto flex w-fit items-center gap-3 rounded-lg py-2 pr-2 pl-4 md:bottom-6"
    >
      <span className="whitespace-nowrap text-sm" aria-live="polite">
        <span className="figures font-medium">{formatCount(count)}</span> selected
      </span>
      <Button size="sm" variant="danger" onClick={onDelete}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      <IconButton label="Clear selection" size="icon-sm" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
