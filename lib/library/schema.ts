import { z } from "zod";
import { msg } from "@/lib/language/text";
import type { SampleRow } from "@/lib/samples/schema";
import { CURSOR_CHARACTERS_MAX, QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { LIST_SORTS, type ListSort } from "@/lib/search/words/schema";
import type { QueryProblem } from "@/lib/search-query/filter";
import { parseQuery } from "@/lib/search-query/parse";
import {
  FOLDER_CHARACTERS_MAX,
  FOLDERS,
  FOLDERS_MAX,
  SELECTED_IDS_MAX,
  WINDOW_ROWS,
  WINDOW_ROWS_MAX,
} from "./constants";

const ids = z.array(z.uuid().toLowerCase());

/** A query with a mistake would mean more than what was meant: what is wrong of it counts for nothing when it searches. */
const faultless = z
  .string()
  .max(QUERY_CHARACTERS_MAX)
  .refine(
    (text) => parseQuery(text).problems.length === 0,
    msg("Mend the search first: a part of it is not understood"),
  );

/**
 * Which samples somebody means: those with these ids, or everything that a query finds, except some. A query is text as it
 * is typed into the search box; an empty one finds the whole library.
 */
export const selectionSchema = z.union([
  z.strictObject({ ids: ids.min(1).max(SELECTED_IDS_MAX) }),
  z.strictObject({
    query: faultless,
    except: ids.max(SELECTED_IDS_MAX).default([]),
  }),
]);
export type Selection = z.input<typeof selectionSchema>;

/** What is shown of a library, and in which order. The query counts as far as it is understood. */
export const libraryListSchema = z.object({
  query: z.string().max(QUERY_CHARACTERS_MAX).default(""),
  sort: z.enum(LIST_SORTS).default("-addedAt"),
});

const whole = z.coerce.number<string | number>().int();
const cursor = z.string().max(CURSOR_CHARACTERS_MAX).optional();
/** Rows of a page: the same for a page, its anchors and places. */
const rows = (least: number) => whole.min(least).max(WINDOW_ROWS_MAX).default(WINDOW_ROWS);

export const libraryPageSchema = libraryListSchema.extend({ cursor, limit: rows(1) });
export type LibraryPageQuestion = z.output<typeof libraryPageSchema>;

/** `after`: from the end of the anchors before. */
export const libraryAnchorsSchema = libraryListSchema.extend({ pageRows: rows(WINDOW_ROWS), after: cursor });
export type LibraryAnchorsQuestion = z.output<typeof libraryAnchorsSchema>;

export const libraryPlaceSchema = libraryListSchema.extend({
  pageRows: rows(WINDOW_ROWS),
  sampleId: z.uuid().toLowerCase(),
});
export type LibraryPlaceQuestion = z.output<typeof libraryPlaceSchema>;

/** `parent`: a folder as `path` has it; left out or empty for the top. */
export const libraryFoldersSchema = z.object({
  parent: z.string().max(FOLDER_CHARACTERS_MAX).default(""),
  cursor: z
    .string()
    .max(FOLDER_CHARACTERS_MAX * 4)
    .optional(),
  limit: whole.min(1).max(FOLDERS_MAX).default(FOLDERS),
});
export type LibraryFoldersQuestion = z.output<typeof libraryFoldersSchema>;

/** A row of the library's window. */
export interface LibraryRow extends SampleRow {
  /** Of the file's own tags. */
  title: string | null;
  artist: string | null;
  /** What the analysis is sure to hear, the surest first. Empty where instruments are switched off. */
  instruments: string[];
  /** Address of the cover in the file, on this origin. */
  coverUrl: string | null;
  /** The highest levels in equal parts of the whole length, one byte each (255 = full scale), base64. Null until known. */
  overview: string | null;
}

export interface LibraryPage {
  rows: LibraryRow[];
  /** Null on the last page. */
  nextCursor: string | null;
  /** What is wrong with the query. The rest of it counted. */
  problems: QueryProblem[];
}

/** Where the pages of a list begin. */
export interface LibraryAnchors {
  /** Rows of the list, from `after` on. At least so many, where `isComplete` is false. */
  total: number;
  /** The cursor with which each page begins, from the first (null) or from `after` on. */
  anchors: (string | null)[];
  /** False if the list goes on behind what was looked at. */
  isComplete: boolean;
  /** `after` of the question that goes on. Null if it is complete. */
  nextCursor: string | null;
}

/** Where a sample is in a list, counted from 0. */
export interface LibraryPlace {
  pageIndex: number;
  indexInPage: number;
  /** The cursor with which its page begins. Null for the first. */
  cursor: string | null;
}

export interface LibraryFolder {
  /** As it is written. */
  name: string;
  /** As `in:` takes it: the whole path in lower case. */
  path: string;
  /** Samples in it and below. */
  count: number;
  hasFolders: boolean;
}

/** What the first page is drawn from: a list, read from the page's address. */
export interface LibraryView {
  query: string;
  sort: ListSort;
}
