"use client";

import { type CSSProperties, type DragEvent, useCallback, useEffect, useRef } from "react";
import { useText } from "#text";
import { usePlaying } from "@/components/player/use-playing";
import type { Density } from "@/lib/choices/constants";
import { cn } from "@/lib/cn";
import type { LibraryRow } from "@/lib/library/schema";
import type { ListSort } from "@/lib/search/words/schema";
import { dragRows } from "./drag-rows";
import type { Layout } from "./library-address";
import { HEAD_PX, LibraryHead } from "./library-head";
import { type ItemProps, itemId, LibraryItem, type LineShape } from "./library-row";
import type { LibraryWindow } from "./library-window";
import { gridRole, LAYOUT_ONLY, ROWS, rowRole } from "./roles";
import { countSelected, isSelected, selectionOf } from "./selection";
import type { ColumnsControl } from "./use-columns";
import { useCursor } from "./use-cursor";
import { useLanding } from "./use-landing";
import type { Landing } from "./use-library-window";
import { useListControl } from "./use-list-control";
import { useNow } from "./use-now";
import { usePane } from "./use-pane";
import { usePreview } from "./use-preview";
import type { RowActions } from "./use-row-actions";
import type { SelectionControl } from "./use-selection";

/** The height of a line of each shape: comfortable, compact. */
const LINE_PX: Record<LineShape, readonly [number, number]> = { table: [48, 28], narrow: [68, 44], cards: [184, 92] };
const CARD_LEAST_PX = 208;
const NARROW_PX = 620;
const NARROW_WAVE_PX = 56;
/** The padding of a cell and of the list of cards; of a card with its border and the gap around it. */
const CELL_EDGES_PX = 16;
const LAYER_EDGES_PX = 12;
const CARD_EDGES_PX = 34;

export interface ListPlace {
  /** The first sample that is wholly seen. */
  index: number;
  offsetPx: number;
}

export interface LibraryListProps {
  window: LibraryWindow;
  landing: Landing;
  at: string | null;
  pane: { readonly current: HTMLDivElement | null };
  widthPx: number;
  layout: Layout;
  density: Density;
  columns: ColumnsControl;
  sort: ListSort;
  selection: SelectionControl;
  actions: RowActions;
  autoPreview: boolean;
  hoverPreview: boolean;
  /** Gets what tells the place in the list. */
  place: { current: () => ListPlace };
  onSort: (sort: ListSort) => void;
  onTag: (tag: string, isExcluded: boolean) => void;
  onAt: (id: string | null) => void;
  onScrolled: () => void;
  onDelete: (row: LibraryRow) => void;
}

/** The lines of the library on screen, the cursor in them, and what keys and clicks do. */
export function LibraryList(props: LibraryListProps) {
  const t = useText();
  const { window: list, landing, pane, widthPx, layout, density, columns, selection, actions, place } = props;
  const shape: LineShape = layout === "cards" ? "cards" : widthPx < NARROW_PX ? "narrow" : "table";
  const isCompact = density === "compact";
  const linePx = LINE_PX[shape][isCompact ? 1 : 0];
  const perLine = shape === "cards" ? Math.max(2, Math.floor(widthPx / CARD_LEAST_PX)) : 1;
  const grid = useRef<HTMLDivElement>(null);
  const playing = usePlaying();
  const nowMs = useNow();
  const { onScrolled } = props;
  const onSight = useCallback(
    ({ first, end }: { first: number; end: number }, pace: number) => {
      list.show({ first: first * perLine, end: Math.min(list.total, end * perLine), pace: pace * perLine });
      onScrolled();
    },
    [list, perLine, onScrolled],
  );
  const lines = Math.ceil(list.total / perLine);
  const view = usePane({ pane, lines, linePx, headPx: shape === "table" ? HEAD_PX : 0, onSight });
  const { cursor, move } = useCursor(list, { at: props.at, landing }, props.onAt);
  const preview = usePreview({ window: list, isOn: props.autoPreview, isHoverOn: props.hoverPreview });
  const { prepare } = preview;
  const hasCursor = cursor.id !== null;
  useEffect(() => {
    if (hasCursor) prepare(cursor.index, perLine);
  }, [cursor.index, hasCursor, perLine, prepare]);
  useEffect(() => {
    place.current = () => {
      const { line, offsetPx } = view.topLine();
      return { index: line * perLine, offsetPx };
    };
  });
  useLanding({
    landing,
    isReady: pane.current !== null,
    perLine,
    linePx,
    scrollTo: view.scrollTo,
    reveal: view.reveal,
  });
  const { first, end } = view.range;
  const drawn = useRef(view.range);
  useEffect(() => {
    drawn.current = view.range;
  });
  // Another list, or one that can be reached as a whole now, is asked for what is in sight.
  const { isWhole } = list;
  useEffect(() => {
    const { first: from, end: to } = drawn.current;
    if (isWhole) list.show({ first: from * perLine, end: Math.min(list.total, to * perLine), pace: 0 });
  }, [list, isWhole, perLine]);
  const handlers = useListControl({
    ...{ list, grid, cursor, move, perLine, selection, actions, preview },
    ...{ reveal: view.reveal, linesInView: view.linesInView, areCards: shape === "cards" },
    ...{ onDelete: props.onDelete, onTag: props.onTag },
  });

  const waveWidth = {
    table: columns.widthOf("wave") - CELL_EDGES_PX,
    narrow: NARROW_WAVE_PX,
    cards: Math.floor((widthPx - LAYER_EDGES_PX) / perLine) - CARD_EDGES_PX,
  }[shape];
  const item = (index: number, key: number) => {
    const row = list.rowAt(index);
    const play: ItemProps["play"] =
      row && playing?.id === row.id
        ? playing.status === "failed" || playing.status === "idle"
          ? "off"
          : playing.status
        : "off";
    return (
      <LibraryItem
        key={key}
        row={row}
        index={index}
        shape={shape}
        isCompact={isCompact}
        columns={columns.shown}
        isActive={index === cursor.index && hasCursor}
        isSelected={row !== undefined && isSelected(selection.selected, row.id)}
        play={play}
        nowMs={nowMs}
        px={linePx}
        waveWidth={waveWidth}
        isFlying={view.isFlying}
      />
    );
  };
  const selected = countSelected(selection.selected, list.total);
  const style = {
    "--columns": columns.tracks,
    minWidth: shape === "table" ? columns.leastPx : undefined,
  } as CSSProperties;
  const dragging = {
    onDragStart: (event: DragEvent) => {
      const line = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
      const row = line && list.rowAt(Number(line.dataset.index));
      if (!row) return;
      const chosen = isSelected(selection.selected, row.id)
        ? selectionOf(selection.selected, list.question.query)
        : null;
      dragRows(event, row, chosen && { selection: chosen, count: selected }, t);
    },
  };
  const isDrawn = cursor.index >= first * perLine && cursor.index < end * perLine;
  return (
    <div
      ref={grid}
      {...gridRole({
        label: t("Samples"),
        rowCount: shape === "cards" ? lines : list.total + 1,
        activeId: hasCursor && isDrawn ? itemId(cursor.index) : undefined,
      })}
      style={style}
      className="group/grid outline-none"
      {...handlers}
      {...dragging}
    >
      {shape === "table" ? (
        <LibraryHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          allSelected={selected > 0 && selected === list.total}
          someSelected={selected > 0}
          onSelectAll={(isOn) => (isOn ? selection.selectAll() : selection.clear())}
        />
      ) : null}
      <div {...LAYOUT_ONLY} className="flow-root" style={view.canvasStyle}>
        <div
          {...ROWS}
          className={cn(
            "sticky bg-surface contain-layout contain-style will-change-transform",
            shape === "cards" && "px-1.5",
          )}
          style={view.layerStyle}
        >
          {Array.from({ length: end - first }, (_, at) => {
            const line = first + at;
            const key = line + view.keyShift;
            if (shape !== "cards") return item(line, key);
            const cards = Math.min(perLine, list.total - line * perLine);
            return (
              <div
                key={key}
                {...rowRole(line + 1)}
                className="grid"
                style={{ gridTemplateColumns: `repeat(${perLine}, minmax(0, 1fr))` }}
              >
                {Array.from({ length: cards }, (__, column) => item(line * perLine + column, column))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
