"use client";

import { type MouseEvent, useState } from "react";
import { useText } from "#text";
import { buttonVariants } from "@/components/ui/button-variants";
import type { MoreItems as Portion } from "@/lib/gallery/schema";
import { GalleryList } from "./gallery-list";

interface MoreItemsProps {
  /** Of the list that goes on. */
  label: string;
  /** How many are shown before. */
  shown: number;
  nextCursor: string | null;
  /** The page of the list, and what it was asked for. */
  path: string;
  query: string;
  artist?: string;
}

type State = "idle" | "loading" | "failed";

/**
 * The rest of a list: a link to the next page, which without scripts is just that. With them the cards come to the page.
 */
export function MoreItems({ label, shown, nextCursor, path, query, artist }: MoreItemsProps) {
  const t = useText();
  const [portions, setPortions] = useState<readonly Portion[]>([]);
  const [state, setState] = useState<State>("idle");
  const last = portions.at(-1);
  const cursor = last ? last.nextCursor : nextCursor;
  const asked = new URLSearchParams({ ...(query ? { q: query } : {}), after: cursor ?? "" });

  const load = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (state === "loading") return;
    setState("loading");
    try {
      const more = new URLSearchParams(asked);
      if (artist) more.set("artist", artist);
      const answer = await fetch(`/gallery/more?${more}`);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      const portion = (await answer.json()) as Portion;
      setPortions((before) => [...before, portion]);
      setState("idle");
    } catch {
      setState("failed");
    }
  };

  let start = shown + 1;
  return (
    <>
      {portions.map(({ items }) => {
        const from = start;
        start += items.length;
        return (
          <div key={from} className="mt-4">
            <GalleryList
              label={t("{label}, from {number}", { label, number: String(from) })}
              items={items}
              start={from}
            />
          </div>
        );
      })}
      {cursor === null ? null : (
        <p className="mt-6 flex items-center gap-3">
          <a href={`${path}?${asked}`} onClick={load} aria-busy={state === "loading"} className={buttonVariants({})}>
            {state === "loading" ? t("Loading …") : t("More sounds")}
          </a>
          {state === "failed" ? <span role="alert">{t("They did not come. Try again in a moment.")}</span> : null}
        </p>
      )}
    </>
  );
}
