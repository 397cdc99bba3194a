"use client";

import { Menu } from "@base-ui/react/menu";
import { Minus, Plus } from "lucide-react";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#text";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { callApi } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { parseQuery } from "@/lib/search-query/parse";
import { type Wish, wishOf, withWish } from "./query-filters";

export interface TagMenuProps {
  query: string;
  onQuery: (query: string) => void;
  trigger: ReactElement;
}

interface KnownTag {
  value: string;
  count: number;
}

/** The next wish after a press: with it, without it, whatever. */
const NEXT: Record<"none" | NonNullable<Wish>, Wish> = { none: "with", with: "without", without: null };

/** The tags that most samples have. A press asks for samples with one, a second for samples without it. */
export function TagMenu({ query, onQuery, trigger }: TagMenuProps) {
  const t = useText();
  const [tags, setTags] = useState<readonly KnownTag[] | null>(null);
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    if (!isOpen) return;
    const asking = new AbortController();
    callApi("GET /search/suggestions", { query: { q: "", kind: "tag", limit: 50 }, signal: asking.signal }).then(
      (answer) => setTags(answer.ok ? answer.body.data : []),
      () => {},
    );
    return () => asking.abort();
  }, [isOpen]);
  const parsed = parseQuery(query);
  return (
    <DropdownMenu open={isOpen} onOpenChange={setOpen}>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent align="start" className="max-h-96 w-64">
        {tags?.map(({ value, count }) => {
          const wish = wishOf(parsed, "tag", value);
          return (
            <Menu.Item
              key={value}
              closeOnClick={false}
              onClick={() => onQuery(withWish(query, "tag", value, NEXT[wish ?? "none"]))}
              className="flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 text-sm outline-none data-highlighted:bg-pressed"
            >
              <span
                aria-hidden
                className={cn(
                  "grid size-4 shrink-0 place-items-center rounded-xs border border-input [&_svg]:size-3",
                  wish === "with" && "border-primary bg-primary text-primary-foreground",
                  wish === "without" && "border-accent bg-accent text-accent-foreground",
                )}
              >
                {wish === "with" ? <Plus strokeWidth={3} /> : null}
                {wish === "without" ? <Minus strokeWidth={3} /> : null}
              </span>
              <span className="min-w-0 flex-1 truncate">{value}</span>
              <span className="sr-only">
                {wish === null ? "" : wish === "with" ? t(", only these") : t(", without these")}
              </span>
              <span className="figures text-muted-foreground text-xs">{formatCount(count, t)}</span>
            </Menu.Item>
          );
        })}
        {tags === null || tags.length === 0 ? (
          <p className="px-2.5 py-2 text-muted-foreground text-sm">
            {tags ? t("No sample has a tag yet.") : t("Loading…")}
          </p>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
