import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import { formatCamelot } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";
import type { SortColumn } from "./library-view";

export const libraryFeatures = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

const column = createColumnHelper<typeof libraryFeatures, SampleRow>();

/** The position on the Camelot wheel, so that neighbours in the list mix well; undefined without a key. */
export function keyOrder(row: Pick<SampleRow, "keyTonic" | "keyMode">): number | undefined {
  if (row.keyTonic === null || row.keyMode === null) return undefined;
  const camelot = formatCamelot({ tonic: row.keyTonic, mode: row.keyMode });
  return Number.parseInt(camelot, 10) * 2 + (camelot.endsWith("B") ? 1 : 0);
}

/** What each column is sorted by. Rows without a value come last in both directions. */
export const libraryColumns = column.columns([
  column.accessor((row) => `${row.fileName}/${row.folderPath}`, { id: "name", sortFn: "alphanumeric" }),
  column.accessor((row) => row.kind ?? undefined, { id: "kind", sortFn: "basic", sortUndefined: "last" }),
  column.accessor((row) => row.durationSeconds ?? undefined, {
    id: "duration",
    sortFn: "basic",
    sortUndefined: "last",
  }),
  column.accessor((row) => row.bpm ?? undefined, { id: "bpm", sortFn: "basic", sortUndefined: "last" }),
  column.accessor(keyOrder, { id: "key", sortFn: "basic", sortUndefined: "last" }),
  column.accessor((row) => row.integratedLufs ?? row.ungatedLufs ?? undefined, {
    id: "loudness",
    sortFn: "basic",
    sortUndefined: "last",
  }),
  column.accessor((row) => row.createdAt, { id: "added", sortFn: "basic" }),
]);

export interface ColumnHead {
  column: SortColumn;
  label: string;
  isNumeric: boolean;
  /** The names of both orders in the menu that replaces the column heads on narrow screens. */
  orders: { ascending: string; descending: string };
  /** The order of the first press: people look for the newest, loudest and longest. */
  firstDescending: boolean;
}

export const COLUMN_HEADS: readonly ColumnHead[] = [
  {
    column: "name",
    label: "Name",
    isNumeric: false,
    orders: { ascending: "Name, A to Z", descending: "Name, Z to A" },
    firstDescending: false,
  },
  {
    column: "kind",
    label: "Kind",
    isNumeric: false,
    orders: { ascending: "Loops first", descending: "Tracks first" },
    firstDescending: false,
  },
  {
    column: "duration",
    label: "Length",
    isNumeric: true,
    orders: { ascending: "Shortest first", descending: "Longest first" },
    firstDescending: true,
  },
  {
    column: "bpm",
    label: "BPM",
    isNumeric: true,
    orders: { ascending: "Slowest first", descending: "Fastest first" },
    firstDescending: false,
  },
  {
    column: "key",
    label: "Key",
    isNumeric: false,
    orders: { ascending: "Key, 1A to 12B", descending: "Key, 12B to 1A" },
    firstDescending: false,
  },
  {
    column: "loudness",
    label: "LUFS",
    isNumeric: true,
    orders: { ascending: "Quietest first", descending: "Loudest first" },
    firstDescending: true,
  },
  {
    column: "added",
    label: "Added",
    isNumeric: true,
    orders: { ascending: "Oldest first", descending: "Newest first" },
    firstDescending: true,
  },
];
