"use client";

import { useEffect, useRef } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import type { Collection, EditedField } from "@/lib/collections/schema";
import { FIELDS, type OwnEdits, readable, toldOf, withEdits } from "./told-of-edits";

/** Tells whoever edited a field on this page that somebody has changed it since. Returns what to call after an edit. */
export function useToldOfEdits(
  collection: Collection,
): (saved: Partial<Pick<Collection, EditedField>>, version: number) => void {
  const t = useText();
  const mine = useRef<OwnEdits>({});
  useEffect(() => {
    const { replaced, standing } = toldOf(mine.current, collection);
    mine.current = standing;
    for (const field of replaced) {
      const value = readable(field, collection[field], t);
      toast.warning(
        t(FIELDS[field].changedAfter),
        value === undefined ? {} : { description: t("It is now {value}.", { value }) },
      );
    }
  }, [collection, t]);
  return (saved, version) => {
    mine.current = withEdits(mine.current, saved, version);
  };
}
