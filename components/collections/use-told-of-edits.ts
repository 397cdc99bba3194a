"use client";

import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { Collection } from "@/lib/collections/schema";

const FIELDS = { name: "The name", description: "The description", colour: "The colour" } as const;
type Field = keyof typeof FIELDS;

/** Tells whoever edited a field on this page that somebody has changed it since. Returns what to call after an edit. */
export function useToldOfEdits(collection: Collection): (edited: Partial<Pick<Collection, Field | "version">>) => void {
  const mine = useRef<Partial<Pick<Collection, Field | "version">>>({});
  useEffect(() => {
    // What was read before the edit is no news.
    if (collection.version <= (mine.current.version ?? 0)) return;
    for (const field of Object.keys(FIELDS) as Field[]) {
      const saved = mine.current[field];
      if (saved === undefined || saved === collection[field]) continue;
      toast.warning(`${FIELDS[field]} was changed after you`, { description: `It is now “${collection[field]}”.` });
      delete mine.current[field];
    }
  }, [collection]);
  return (edited) => {
    mine.current = { ...mine.current, ...edited };
  };
}
