import { DENSITIES, type Density } from "@/lib/choices/constants";
import { LIST_ORDERS, type ListSort } from "@/lib/search/words/schema";
import { plainSelectionText } from "./selection-address";

export const LAYOUTS = ["table", "cards"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the library shows. All of it is in the address, so that it can be bookmarked, shared and gone back to. */
export interface LibraryAddress {
  /** Words and filters as they were typed, the folder among them. */
  query: string;
  sort: ListSort;
  /** Null here and in the next two: as this person has it on every visit. */
  layout: Layout | null;
  density: Density | null;
  /** As `columnsText` writes them. */
  columns: string | null;
  /** The sample that the cursor of the keyboard is on. */
  at: string | null;
  /** What is selected, as `selectionText` writes it. */
  selected: string | null;
}

export const PLAIN_LIBRARY: LibraryAddress = {
  query: "",
  sort: "-addedAt",
  layout: null,
  density: null,
  columns: null,
  at: null,
  selected: null,
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isSort = (text: string): text is ListSort => LIST_ORDERS.some((order) => order === text.replace(/^-/, ""));

/** Reads the address. What cannot be read is as if it were not there. */
export function parseLibraryAddress(params: Pick<URLSearchParams, "get">): LibraryAddress {
  const sort = params.get("sort") ?? "";
  const at = params.get("at") ?? "";
  return {
    query: params.get("q") ?? "",
    sort: isSort(sort) ? sort : PLAIN_LIBRARY.sort,
    layout: LAYOUTS.find((layout) => layout === params.get("layout")) ?? null,
    density: DENSITIES.find((density) => density === params.get("rows")) ?? null,
    columns: params.get("columns"),
    at: UUID.test(at) ? at : null,
    selected: plainSelectionText(params.get("sel")),
  };
}

/** The address as `?q=kick&sort=bpm`; empty for the plain library. */
export function librarySearch(part: Partial<LibraryAddress>): string {
  const { query, sort, layout, density, columns, at, selected } = { ...PLAIN_LIBRARY, ...part };
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value) params.set(name, value);
  };
  put("q", query.trim());
  put("sort", sort === PLAIN_LIBRARY.sort ? null : sort);
  put("layout", layout);
  put("rows", density);
  put("columns", columns);
  put("at", at);
  put("sel", selected);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
