import type { SampleRow } from "@/lib/samples/schema";

export const STATUS_FILTERS = ["all", "analysed", "under_way", "failed"] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

export const SORT_COLUMNS = ["name", "kind", "duration", "bpm", "key", "loudness", "added"] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface LibrarySort {
  column: SortColumn;
  descending: boolean;
}

/** What is shown and in which order. It is kept in the address, so that it can be bookmarked and shared. */
export interface LibraryView {
  query: string;
  status: StatusFilter;
  onlyFavourites: boolean;
  /** Only samples with this tag; empty for all. */
  tag: string;
  sort: LibrarySort;
}

export const DEFAULT_VIEW: LibraryView = {
  query: "",
  status: "all",
  onlyFavourites: false,
  tag: "",
  sort: { column: "added", descending: true },
};

const isOneOf = <T extends string>(values: readonly T[], value: string | null): value is T =>
  values.some((known) => known === value);

/** Reads the view from the address. Unknown values are ignored. */
export function parseView(params: Pick<URLSearchParams, "get">): LibraryView {
  const status = params.get("status");
  const sort = params.get("sort");
  const column = sort?.replace(/^-/, "") ?? null;
  return {
    query: params.get("q") ?? "",
    status: isOneOf(STATUS_FILTERS, status) ? status : DEFAULT_VIEW.status,
    onlyFavourites: params.get("favourites") === "1",
    tag: params.get("tag") ?? "",
    sort: isOneOf(SORT_COLUMNS, column) ? { column, descending: sort?.startsWith("-") ?? false } : DEFAULT_VIEW.sort,
  };
}

/** The view as a query string, such as `?q=kick&sort=bpm`; empty for the default view. Other parameters are kept. */
export function writeView(view: LibraryView, params: URLSearchParams): string {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string, fallback: string) => {
    if (value === fallback) next.delete(name);
    else next.set(name, value);
  };
  const sortText = ({ column, descending }: LibrarySort) => `${descending ? "-" : ""}${column}`;
  put("q", view.query.trim(), "");
  put("status", view.status, DEFAULT_VIEW.status);
  put("favourites", view.onlyFavourites ? "1" : "", "");
  put("tag", view.tag, "");
  put("sort", sortText(view.sort), sortText(DEFAULT_VIEW.sort));
  const text = next.toString();
  return text === "" ? "" : `?${text}`;
}

const GROUPS: Record<SampleRow["status"], Exclude<StatusFilter, "all">> = {
  uploading: "under_way",
  uploaded: "under_way",
  processing: "under_way",
  completed: "analysed",
  failed: "failed",
};

const isIn = (row: SampleRow, filter: StatusFilter) => filter === "all" || GROUPS[row.status] === filter;

/** How many rows each status filter shows, whatever the search text. */
export function countByFilter(rows: readonly SampleRow[]): Record<StatusFilter, number> {
  const counts = { all: rows.length, analysed: 0, under_way: 0, failed: 0 };
  for (const row of rows) counts[GROUPS[row.status]]++;
  return counts;
}

/** Ignores case and accents: `uber` finds `Über`. */
const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The rows with this status and this tag whose folder and name contain every word of the query. */
export function filterRows(
  rows: readonly SampleRow[],
  view: Pick<LibraryView, "query" | "status" | "tag">,
): SampleRow[] {
  const words = fold(view.query).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!isIn(row, view.status) || (view.tag !== "" && !row.tags.includes(view.tag))) return false;
    if (words.length === 0) return true;
    const text = fold(`${row.folderPath}/${row.fileName}`);
    return words.every((word) => text.includes(word));
  });
}
