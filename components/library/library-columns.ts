import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import { formatCamelot } from "@/lib/notation";
import { SAMPLE_STATUSES, type SampleRow } from "@/lib/samples/schema";
import type { SortColumn } from "./library-view";

export const libraryFeatures = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

const column = createColumnHelper<typeof libraryFeatures, SampleRow>();

/** Around the Camelot wheel, so that neighbours in the list mix well; undefined without a key. */
export function keyOrder(row: Pick<SampleRow, "keyTonic" | "keyMode">): number | undefined {
  if (row.keyTonic === null || row.keyMode === null) return undefined;
  const camelot = formatCamelot({ tonic: row.keyTonic, mode: row.keyMode });
  return Number.parseInt(camelot, 10) * 2 + (camelot.endsWith("B") ? 1 : 0);
}

/** What each column sorts by. Rows without a value come last in either direction. */
export const libraryColumns = column.columns([
  column.accessor((row) => `${row.fileName}/${row.folderPath}`, { id: "name", sortFn: "alphanumeric" }),
  column.accessor((row) => SAMPLE_STATUSES.indexOf(row.status), { id: "status", sortFn: "basic" }),
  column.accessor((row) => row.durationSeconds ?? undefined, {
    id: "duration",
    sortFn: "basic",
    sortUndefined: "last",
  }),
  column.accessor((row) => row.bpm ?? undefined, { id: "bpm", sortFn: "basic", sortUndefined: "last" }),
  column.accessor(keyOrder, { id: "key", sortFn: "basic", sortUndefined: "last" }),
  column.accessor((row) => row.integratedLufs ?? undefined, {
    id: "loudness",
    sortFn: "basic",
    sortUndefined: "last",
  }),
  column.accessor((row) => row.createdAt, { id: "added", sortFn: "basic" }),
]);

export interface ColumnHead {
  column: SortColumn;
  label: string;
  unit?: string;
  isNumeric: boolean;
  /** The direction a first press gives: newest, loudest and longest are what one looks for. */
  firstDescending: boolean;
}

export const COLUMN_HEADS: readonly ColumnHead[] = [
  { column: "name", label: "Name", isNumeric: false, firstDescending: false },
  { column: "status", label: "Status", isNumeric: false, firstDescending: true },
  { column: "duration", label: "Length", isNumeric: true, firstDescending: true },
  { column: "bpm", label: "BPM", isNumeric: true, firstDescending: false },
  { column: "key", label: "Key", isNumeric: false, firstDescending: false },
  { column: "loudness", label: "LUFS", isNumeric: true, firstDescending: true },
  { column: "added", label: "Added", isNumeric: true, firstDescending: true },
];
