"use client";

import { CircleAlert, CircleHelp, Star, Tags } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { msg, type Text } from "@/lib/language/text";
import type { ParsedQuery } from "@/lib/search-query/filter";
import { wantedValue, wishOf, withOnly, withWish } from "./query-filters";

export const menuFailed = (t: Text) => () =>
  void toast.error(t("The menu could not be loaded. Check your connection and try again."));

const KINDS = [
  { value: null, label: msg("All") },
  { value: "loop", label: msg("Loops") },
  { value: "one-shot", label: msg("One-shots") },
  { value: "track", label: msg("Tracks") },
] as const;

export interface LibraryFiltersProps {
  query: string;
  parsed: ParsedQuery;
  onQuery: (query: string) => void;
}

const loadTags = async () => (await import("./tag-menu")).TagMenu;

/** The filters that people want all the time. Each is a part of the query, as if it were typed. */
export function LibraryFilters({ query, parsed, onQuery }: LibraryFiltersProps) {
  const t = useText();
  const kind = wantedValue(parsed, "type");
  const state = (value: string) => ({
    isOn: wishOf(parsed, "is", value) === "with",
    onClick: () => onQuery(withWish(query, "is", value, wishOf(parsed, "is", value) === "with" ? null : "with")),
  });
  const favourites = state("favourite");
  return (
    <div className="flex items-center gap-1">
      <fieldset className="flex shrink-0 rounded-md border border-border-strong p-0.5">
        <legend className="sr-only">{t("Kind of sound")}</legend>
        {KINDS.map(({ value, label }) => (
          <button
            key={label}
            type="button"
            aria-pressed={kind === value}
            onClick={() => onQuery(withOnly(query, "type", value))}
            className={cn(
              "h-6.5 rounded-sm px-2 text-sm",
              kind === value ? "bg-pressed text-foreground" : "text-muted-foreground hover:text-foreground",
            )}
          >
            {t(label)}
          </button>
        ))}
      </fieldset>
      <FilterButton {...favourites}>
        <Star aria-hidden className={cn(favourites.isOn && "fill-current")} />
        {t("Favourites")}
      </FilterButton>
      <FilterButton {...state("unsure")}>
        <CircleHelp aria-hidden />
        {t("Unsure")}
      </FilterButton>
      <FilterButton {...state("failed")}>
        <CircleAlert aria-hidden />
        {t("Failed")}
      </FilterButton>
      <LazyMenu
        load={loadTags}
        menuProps={{ query, onQuery }}
        onFailed={menuFailed(t)}
        trigger={
          <Button size="sm" variant="ghost" className="gap-1.5 px-2">
            <Tags aria-hidden />
            {t("Tags")}
          </Button>
        }
      />
    </div>
  );
}

interface FilterButtonProps {
  isOn: boolean;
  onClick: () => void;
  children: ReactNode;
}

function FilterButton({ isOn, onClick, children }: FilterButtonProps) {
  return (
    <Button
      size="sm"
      variant={isOn ? "secondary" : "ghost"}
      aria-pressed={isOn}
      onClick={onClick}
      className={cn("gap-1.5 px-2", isOn && "[&_svg]:text-primary")}
    >
      {children}
    </Button>
  );
}
