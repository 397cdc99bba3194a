"use client";

import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { useCallback, useMemo, useState } from "react";
import type { SampleRow } from "@/lib/samples/schema";
import { libraryColumns, libraryFeatures } from "./library-columns";
import { LibraryGrid } from "./library-grid";
import { LibraryHead } from "./library-head";
import { SelectionBar } from "./library-toolbar";
import type { LibrarySort } from "./library-view";

export interface LibraryTableProps {
  /** Already filtered. */
  rows: readonly SampleRow[];
  sort: LibrarySort;
  onSort: (sort: LibrarySort) => void;
  onDelete: (rows: readonly SampleRow[]) => void;
}

interface RangeEvent {
  target: { checked: boolean };
  shiftKey: boolean;
}

/** A table whose rows can be selected and reached by arrow keys: a grid for screen readers. */
const GRID = { role: "grid", "aria-label": "Samples", "aria-multiselectable": true } as const;

const isRange = (event: unknown) => (event as RangeEvent).shiftKey;

/** Sorts and selects the rows. The grid draws them and handles the keyboard. */
export function LibraryTable({ rows, sort, onSort, onDelete }: LibraryTableProps) {
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo(() => [{ id: sort.column, desc: sort.descending }], [sort.column, sort.descending]);
  const table = useTable({
    features: libraryFeatures,
    columns: libraryColumns,
    data,
    state: { sorting, rowSelection },
    onRowSelectionChange: setRowSelection,
    getRowId: (row) => row.id,
    isRowRangeSelectionEvent: isRange,
  });
  const ordered = table.getRowModel().rows;
  // Rows hidden by a filter stay selected, but are not counted or deleted.
  const selected = ordered.filter((row) => rowSelection[row.id]).map((row) => row.original);

  const onSelect = useCallback(
    (id: string, checked: boolean, shiftKey: boolean) => {
      table.getRow(id).getToggleSelectedHandler()({ target: { checked }, shiftKey } satisfies RangeEvent);
    },
    [table],
  );
  const remove = (gone: readonly SampleRow[]) => {
    const ids = new Set(gone.map((row) => row.id));
    setRowSelection((kept) => Object.fromEntries(Object.entries(kept).filter(([id]) => !ids.has(id))));
    onDelete(gone);
  };
  return (
    <>
      <table {...GRID} aria-rowcount={ordered.length + 1} className="glass block rounded-lg">
        <LibraryHead
          sort={sort}
          onSort={onSort}
          allSelected={selected.length > 0 && selected.length === ordered.length}
          someSelected={selected.length > 0}
          onSelectAll={(checked) =>
            setRowSelection(checked ? Object.fromEntries(ordered.map((row) => [row.id, true])) : {})
          }
        />
        <LibraryGrid
          rows={ordered.map((row) => row.original)}
          selection={rowSelection}
          onSelect={onSelect}
          onDelete={(row) => remove(rowSelection[row.id] ? selected : [row])}
        />
      </table>
      {selected.length > 0 ? (
        <SelectionBar count={selected.length} onDelete={() => remove(selected)} onClear={() => setRowSelection({})} />
      ) : null}
    </>
  );
}
