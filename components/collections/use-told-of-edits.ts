"use client";

import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { Collection, EditedField } from "@/lib/collections/schema";
import { FIELD_NAMES, type OwnEdits, readable, toldOf, withEdits } from "./told-of-edits";

/** Tells whoever edited a field on this page that somebody has changed it since. Returns what to call after an edit. */
export function useToldOfEdits(
  collection: Collection,
): (saved: Partial<Pick<Collection, EditedField>>, version: number) => void {
  const mine = useRef<OwnEdits>({});
  useEffect(() => {
    const { replaced, standing } = toldOf(mine.current, collection);
    mine.current = standing;
    for (const field of replaced) {
      const value = readable(field, collection[field]);
      toast.warning(
        `The ${FIELD_NAMES[field]} was changed after you`,
        value === undefined ? {} : { description: `It is now ${value}.` },
      );
    }
  }, [collection]);
  return (saved, version) => {
    mine.current = withEdits(mine.current, saved, version);
  };
}
