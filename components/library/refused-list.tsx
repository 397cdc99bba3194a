"use client";

import { useEffect, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { callApi } from "@/lib/api/client";
import type { BulkEditItem } from "@/lib/bulk-edits/schema";
import type { Refusal } from "./bulk-edit-text";

const SHOWN_AT_ONCE = 50;

interface Read {
  items: readonly BulkEditItem[];
  /** Undefined before the first page, null behind the last. */
  cursor: string | null | undefined;
  hasFailed: boolean;
}

/** Which samples an edit left as they were for one reason, by name. */
export function RefusedList({ editId, refusal }: { editId: string; refusal: Refusal }) {
  const t = useText();
  const { result, text, count } = refusal;
  const [{ items, cursor, hasFailed }, setRead] = useState<Read>({ items: [], cursor: undefined, hasFailed: false });
  const [wanted, setWanted] = useState(SHOWN_AT_ONCE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is read whenever more are wanted.
  useEffect(() => {
    let isOver = false;
    const query = { result, limit: SHOWN_AT_ONCE, ...(cursor ? { cursor } : {}) };
    const asking = callApi("GET /bulk-edits/:id/items", { params: { id: editId }, query }).catch(() => null);
    void asking.then((answer) => {
      if (isOver) return;
      if (!answer?.ok) return setRead((before) => ({ ...before, hasFailed: true }));
      const { data, nextCursor } = answer.body;
      setRead((before) => ({ items: [...before.items, ...data], cursor: nextCursor, hasFailed: false }));
    });
    return () => {
      isOver = true;
    };
  }, [editId, result, wanted]);
  const left = count - items.length;
  return (
    <section aria-label={text} className="flex flex-col gap-1.5">
      <p className="text-sm">{text}</p>
      <ul className="flex max-h-48 flex-col overflow-y-auto rounded-md border px-3 py-1.5 text-muted-foreground text-xs">
        {items.map(({ sampleId, fileName }) => (
          <li key={sampleId} className="truncate py-0.5">
            {fileName ?? t("A sample that is gone ({id})", { id: sampleId })}
          </li>
        ))}
        {hasFailed ? <li className="py-0.5">{t("Their names could not be read.")}</li> : null}
      </ul>
      {hasFailed || (cursor && left > 0) ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setWanted(wanted + SHOWN_AT_ONCE)}>
          {hasFailed
            ? t("Try again")
            : t.count(left, "Show more, {count} sample left", "Show more, {count} samples left")}
        </Button>
      ) : null}
    </section>
  );
}
