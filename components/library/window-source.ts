import type { LibraryRow } from "@/lib/library/schema";
import type { ListSort } from "@/lib/search/words/schema";

/** Rows of a page of the window. */
export const PAGE_ROWS = 200;

export interface Question {
  query: string;
  sort: ListSort;
}

/** How many rows a list has, and the cursor with which each of its pages begins. */
export interface ListOfPages {
  total: number;
  cursors: readonly (string | null)[];
}

export interface KnownPage {
  page: number;
  rows: readonly LibraryRow[];
}

/** Where the rows come from. Everything throws if the server does not answer. */
export interface RowSource {
  page(question: Question, cursor: string | null, limit: number, signal: AbortSignal): Promise<LibraryRow[]>;
  anchors(question: Question): Promise<ListOfPages>;
  rows(ids: readonly string[]): Promise<LibraryRow[]>;
  /** The place of a sample in the list. Null if it is not in it. */
  place(question: Question, id: string): Promise<number | null>;
}
