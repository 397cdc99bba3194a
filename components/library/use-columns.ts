"use client";

import {
  type ColumnSizingState,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type ReactTable,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useRef, useState } from "react";
import {
  type ChosenColumns,
  COLUMN_IDS,
  COLUMNS,
  type ColumnId,
  columnsText,
  LEAD_PX,
  MAX_COLUMN_PX,
  MIN_COLUMN_PX,
  movedColumn,
  NAME_LEAST_PX,
  STAR_PX,
} from "./columns";

export const columnFeatures = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
});

// The table has columns only: its rows are on the server, and the window holds those that are seen.
const helper = createColumnHelper<typeof columnFeatures, never>();
const DEFINITIONS = helper.columns(
  COLUMN_IDS.map((id) =>
    helper.display({ id, size: COLUMNS[id].width, minSize: MIN_COLUMN_PX, maxSize: MAX_COLUMN_PX }),
  ),
);
const NO_ROWS: never[] = [];

export interface ColumnsControl {
  table: ReactTable<typeof columnFeatures, never>;
  shown: readonly ColumnId[];
  /** For `grid-template-columns`. */
  tracks: string;
  leastPx: number;
  widthOf: (id: ColumnId) => number;
  toggle: (id: ColumnId) => void;
  move: (id: ColumnId, by: number) => void;
  /** Puts a column where another one is. */
  moveTo: (id: ColumnId, place: ColumnId) => void;
  widen: (id: ColumnId, byPx: number) => void;
  /** Gives a column its usual width. */
  reset: (id: ColumnId) => void;
}

const WRITE_MS = 200;

/** The columns shown, their order and widths. A change is told as text, for the address and for the next visit. */
export function useColumns(chosen: ChosenColumns, onChange: (text: string) => void): ColumnsControl {
  const { shown, widths } = chosen;
  /** Widths while a column is being resized, which are told when that ends. */
  const [live, setLive] = useState<ColumnSizingState | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sizes: ColumnSizingState = live ?? (widths as ColumnSizingState);
  const visibility = useMemo(() => Object.fromEntries(COLUMN_IDS.map((id) => [id, shown.includes(id)])), [shown]);
  const table = useTable({
    features: columnFeatures,
    columns: DEFINITIONS,
    data: NO_ROWS,
    state: { columnOrder: [...shown], columnSizing: sizes, columnVisibility: visibility },
    columnResizeMode: "onChange",
    onColumnSizingChange: (update) => {
      const next = typeof update === "function" ? update(sizes) : update;
      setLive(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setLive(null);
        onChange(columnsText(shown, next as ChosenColumns["widths"]));
      }, WRITE_MS);
    },
  });
  const show = (ids: readonly ColumnId[]) => onChange(columnsText(ids, widths));
  const size = (change: ChosenColumns["widths"]) => onChange(columnsText(shown, { ...widths, ...change }));
  const widthOf = (id: ColumnId) => sizes[id] ?? COLUMNS[id].width;
  const visibleText = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(",");
  // The same array as long as the columns are the same, so that rows are not drawn again.
  const visible = useMemo(() => visibleText.split(",").filter(Boolean) as ColumnId[], [visibleText]);
  return {
    table,
    widthOf,
    shown: visible,
    tracks: [
      "36px",
      "40px",
      `minmax(${NAME_LEAST_PX}px,1fr)`,
      ...visible.map((id) => `${widthOf(id)}px`),
      `${STAR_PX}px`,
    ].join(" "),
    leastPx: LEAD_PX + NAME_LEAST_PX + STAR_PX + visible.reduce((sum, id) => sum + widthOf(id), 0),
    toggle: (id) => show(shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id]),
    move: (id, by) => show(movedColumn(shown, id, by)),
    moveTo: (id, place) => show(movedColumn(shown, id, shown.indexOf(place) - shown.indexOf(id))),
    widen: (id, byPx) => size({ [id]: Math.max(MIN_COLUMN_PX, Math.min(MAX_COLUMN_PX, widthOf(id) + byPx)) }),
    reset: (id) => size({ [id]: undefined }),
  };
}
