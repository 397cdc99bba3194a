import { z } from "zod";

/** The query of a page's URL, as Next.js passes it. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** The first value of each parameter, without empty ones. */
export function firstValues(params: Awaited<PageQuery>): Record<string, string> {
  const first = Object.entries(params).map(([name, value]) => [
    name,
    (Array.isArray(value) ? value[0] : value)?.trim(),
  ]);
  return Object.fromEntries(first.filter(([, value]) => value)) as Record<string, string>;
}

const PAGE_MAX = 100_000;

/** Counts from 1. Anything else in the URL means the first page. */
export const pageNumber = z.coerce.number().int().min(1).max(PAGE_MAX).catch(1);

/** The text of a search. NUL characters are removed, because the database does not take them. */
export const searchText = z
  .string()
  .transform((text) => text.replaceAll("\0", "").toWellFormed().trim().slice(0, 200))
  .catch("");

export interface Page<Row> {
  rows: Row[];
  total: number;
  /** Counts from 1. */
  page: number;
  pageSize: number;
}

/** A `like` pattern in which `%` and `_` of the text stand for themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
