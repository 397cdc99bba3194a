import { z } from "zod";

/** What a page's address says after the `?`, as Next.js hands it over. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** The first of each parameter, empty ones left out. */
export function firstValues(params: Awaited<PageQuery>): Record<string, string> {
  const first = Object.entries(params).map(([name, value]) => [
    name,
    (Array.isArray(value) ? value[0] : value)?.trim(),
  ]);
  return Object.fromEntries(first.filter(([, value]) => value)) as Record<string, string>;
}

const PAGE_MAX = 100_000;

/** Counts from 1; anything else in the address is the first page. */
export const pageNumber = z.coerce.number().int().min(1).max(PAGE_MAX).catch(1);

/** What somebody typed to find something; a NUL cannot be asked of the database. */
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

/** For `like`: `%` and `_` in what somebody typed mean themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
