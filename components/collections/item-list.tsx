"use client";

import { GripVertical } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { useText } from "#text";
import { PreviewButton } from "@/components/player/preview-button";
import { BpmValue, KeyValue } from "@/components/samples/row-values";
import { trackOf } from "@/components/samples/sample-track";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { useSlidingRows } from "@/components/ui/use-sliding-rows";
import { MiniWaveform } from "@/components/waveform/mini-waveform";
import { apiAddress } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import type { CollectionItem } from "@/lib/collections/schema";
import { formatDuration } from "@/lib/format/time";

export interface ItemListProps {
  items: readonly CollectionItem[];
  /** Whether rows are moved: not in a smart collection, and not by those who may only hear. */
  isOrdered: boolean;
  selected: ReadonlySet<string>;
  onSelect: (id: string, isSelected: boolean) => void;
  /** Puts a row before the one at `to`; at the end if `to` is the length of the list. */
  onMove: (from: number, to: number) => void;
}

/**
 * The samples of a collection. A row is dragged by its handle; with the handle focused, arrow keys with Alt move it by
 * one, and Home and End with Alt to an end.
 */
export function ItemList({ items, isOrdered, selected, onSelect, onMove }: ItemListProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  useSlidingRows(list, items.map(({ sample }) => sample.id).join());
  const byKey = (event: KeyboardEvent, index: number) => {
    const to = event.altKey ? targetOf(event.key, index, items.length) : null;
    if (to === null) return;
    event.preventDefault();
    onMove(index, to);
    const id = items[index]?.sample.id;
    // The handle keeps the focus wherever its row goes.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus());
  };
  const onDrop = (event: DragEvent, index: number) => {
    event.preventDefault();
    if (dragged !== null && dragged !== index) onMove(dragged, index > dragged ? index + 1 : index);
    setDragged(null);
    setOver(null);
  };
  return (
    <ol ref={list} className="flex flex-col" aria-label={t("Samples in order")}>
      {items.map(({ sample, addedBy }, index) => (
        <li
          key={sample.id}
          data-row={sample.id}
          draggable={isOrdered && dragged === index}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(index);
          }}
          onDrop={(event) => onDrop(event, index)}
          className={cn(
            "grid grid-cols-[auto_auto_auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 border-b px-1 py-2",
            "md:grid-cols-[auto_auto_auto_minmax(0,2fr)_minmax(0,1.5fr)_5rem_9rem_4rem]",
            over === index && dragged !== index && "bg-primary/10",
            dragged === index && "opacity-50",
          )}
        >
          {isOrdered ? (
            <button
              type="button"
              data-handle={sample.id}
              aria-label={t("Move {name}, {place} of {count}. Alt and arrow keys move it.", {
                name: sample.fileName,
                place: index + 1,
                count: items.length,
              })}
              onPointerDown={() => setDragged(index)}
              onPointerUp={() => setDragged(null)}
              onKeyDown={(event) => byKey(event, index)}
              className="grid size-8 cursor-grab place-items-center rounded-sm text-muted-foreground hover:text-foreground"
            >
              <GripVertical aria-hidden className="size-4" />
            </button>
          ) : (
            <span className="figures w-8 text-center text-muted-foreground text-sm">{index + 1}</span>
          )}
          <Checkbox
            aria-label={t("Select {name}", { name: sample.fileName })}
            checked={selected.has(sample.id)}
            onCheckedChange={(checked) => onSelect(sample.id, checked)}
          />
          <PreviewButton id={sample.id} fileName={sample.fileName} track={trackOf(sample)} />
          <span className="min-w-0">
            {addedBy === null ? (
              <Link href={`/samples/${sample.id}`} className="block truncate font-medium hover:underline">
                {sample.fileName}
              </Link>
            ) : (
              <span className="block truncate font-medium">{sample.fileName}</span>
            )}
            {addedBy === null ? null : (
              <span className="text-muted-foreground text-xs">{t("by {name}", { name: addedBy })}</span>
            )}
          </span>
          <div className="max-md:hidden">
            <MiniWaveform
              url={
                sample.status === "completed"
                  ? apiAddress("GET /samples/:id/peaks", { params: { id: sample.id } })
                  : null
              }
              durationSeconds={sample.durationSeconds}
            />
          </div>
          <span className="flex gap-4 text-sm max-md:col-start-4 md:contents">
            <span className="md:text-right">
              <BpmValue row={sample} hasUnit />
            </span>
            <span>
              <KeyValue row={sample} />
            </span>
            <span className="figures text-muted-foreground md:text-right">
              {sample.durationSeconds === null ? "–" : formatDuration(sample.durationSeconds, t)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Where a key moves a row to, as `onMove` takes it; null for keys that move nothing. */
export function targetOf(key: string, index: number, count: number): number | null {
  if (key === "ArrowUp" && index > 0) return index - 1;
  if (key === "ArrowDown" && index < count - 1) return index + 2;
  if (key === "Home" && index > 0) return 0;
  if (key === "End" && index < count - 1) return count;
  return null;
}
