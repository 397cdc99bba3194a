"use client";

import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { type ApiAnswer, callApi } from "@/lib/api/client";
import type { CollectionItem } from "@/lib/collections/schema";
import { msg } from "@/lib/language/text";
import { orSay } from "./call";
import { moved } from "./moved";

const ROWS_MAX = 200;

export interface Items {
  items: readonly CollectionItem[];
  hasMore: boolean;
  isLoading: boolean;
  more: () => Promise<void>;
  /** Reads as many as are on screen anew. */
  reload: () => Promise<void>;
  move: (from: number, to: number) => Promise<boolean>;
}

interface Loaded {
  items: readonly CollectionItem[];
  cursor: string | null;
}

/** The samples of a collection as far as they were asked for. A move shows at once, and is taken back if it is refused. */
export function useItems(id: string, first: readonly CollectionItem[], nextCursor: string | null): Items {
  const t = useText();
  const [loaded, setLoaded] = useState<Loaded>({ items: first, cursor: nextCursor });
  const [isLoading, setLoading] = useState(false);
  const latest = useRef(loaded);
  useEffect(() => {
    latest.current = loaded;
  });
  const fetchPage = (cursor: string | null, limit: number): Promise<ApiAnswer<"GET /collections/:id/items">> =>
    callApi("GET /collections/:id/items", {
      params: { id },
      query: { limit, ...(cursor === null ? {} : { cursor }) },
    });
  /** What comes after the last row on screen; null if nothing does. */
  const idBehind = async (cursor: string | null) => {
    if (cursor === null) return null;
    const answer = await fetchPage(cursor, 1);
    return answer.ok ? (answer.body.data[0]?.sample.id ?? null) : null;
  };
  const more = async () => {
    if (loaded.cursor === null || isLoading) return;
    setLoading(true);
    const answer = await orSay(msg("Loading more"), fetchPage(loaded.cursor, ROWS_MAX), t);
    setLoading(false);
    if (answer) setLoaded((now) => ({ items: [...now.items, ...answer.body.data], cursor: answer.body.nextCursor }));
  };
  const reload = async () => {
    const wanted = Math.max(ROWS_MAX / 4, latest.current.items.length);
    const items: CollectionItem[] = [];
    let cursor: string | null = null;
    do {
      const asking = fetchPage(cursor, Math.min(ROWS_MAX, wanted - items.length));
      const answer: Awaited<typeof asking> | null = await asking.catch(() => null);
      if (!answer?.ok) return;
      items.push(...answer.body.data);
      cursor = answer.body.nextCursor;
    } while (cursor !== null && items.length < wanted);
    setLoaded({ items, cursor });
  };
  const move = async (from: number, to: number) => {
    const before = loaded;
    const one = before.items[from];
    if (!one) return false;
    const target = before.items[to]?.sample.id ?? (await idBehind(before.cursor));
    setLoaded({ ...before, items: moved(before.items, from, to) });
    const answer = await orSay(
      msg("The move"),
      callApi("POST /collections/:id/items/move", {
        params: { id },
        body: { sampleIds: [one.sample.id], before: target },
      }),
      t,
    );
    if (!answer) setLoaded(before);
    return answer !== null;
  };
  return { items: loaded.items, hasMore: loaded.cursor !== null, isLoading, more, reload, move };
}
