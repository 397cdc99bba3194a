"use client";

import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { isForPage } from "@/components/player/shortcuts";
import { trackOf } from "@/components/samples/sample-track";
import type { SampleRow } from "@/lib/samples/schema";
import { type GridAction, type GridMove, gridCommand, indexAfter, isMove } from "./grid-keys";
import type { ActiveRow } from "./use-active-row";

export interface GridKeysOptions {
  rows: readonly SampleRow[];
  active: ActiveRow;
  scrollTo: (index: number) => void;
  selection: Readonly<Record<string, boolean>>;
  onSelect: (id: string, isSelected: boolean, isRange: boolean) => void;
  onStar: (row: SampleRow) => void;
  onDelete: (row: SampleRow) => void;
}

/** Handles the keys of the grid: moving, selecting, playing, starring, opening and deleting the active row. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent) => void {
  const { rows, active, scrollTo, selection, onSelect, onStar, onDelete } = options;
  const router = useRouter();
  const moveTo = (move: GridMove, isSelecting: boolean) => {
    const index = indexAfter(move, active.index, rows.length);
    const target = rows[index];
    if (!target) return;
    if (isSelecting) onSelect(target.id, true, false);
    active.focus(target.id);
    scrollTo(index);
  };
  const actions: Record<GridAction, (row: SampleRow, isRange: boolean) => void> = {
    open: (row) => router.push(`/samples/${row.id}`),
    select: (row, isRange) => onSelect(row.id, !selection[row.id], isRange),
    preview: (row) => {
      const track = trackOf(row);
      if (track) audioPlayer().toggle(track);
    },
    favourite: onStar,
    delete: onDelete,
  };
  return (event) => {
    const row = rows[active.index];
    const command = isForPage(event.nativeEvent) ? gridCommand(event.key) : null;
    if (!row || command === null) return;
    event.preventDefault();
    if (isMove(command)) moveTo(command, event.shiftKey);
    else actions[command](row, event.shiftKey);
  };
}
