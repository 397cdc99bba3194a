import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { derivedKey } from "@/lib/platform/derived-key";
import type { DeclaredError } from "./operation";

const TAG_BYTES = 12;
const CURSOR_MAX_CHARACTERS = 512;
const NO_TIME = new Date(0).toISOString();

/** The last row of a page. Its time is exact to the microsecond, as in the database. */
const positionSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });
export type PagePosition = z.infer<typeof positionSchema>;

export const PAGE_ROWS = 50;
export const PAGE_ROWS_MAX = 200;

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number<string | number>().int().min(1).max(PAGE_ROWS_MAX).default(PAGE_ROWS),
  cursor: z.string().max(CURSOR_MAX_CHARACTERS).optional(),
};

export const INVALID_CURSOR = {
  status: 400,
  title: "The cursor is not valid",
  detail: "Leave it out to start from the beginning of the list.",
} satisfies DeclaredError;

/** The list a cursor belongs to, and its order: a cursor of another list or order means nothing here. */
export type PagedList =
  | "samples, newest first"
  | "unfinished uploads, oldest first"
  | "trash, last deleted first"
  | "duplicates, newest group first"
  | "batches, newest first"
  | "items of a batch"
  | "bulk edits, newest first"
  | "items of a bulk edit"
  | "import folders, newest first"
  | "files of an import folder"
  | "playlists, newest first"
  | "plays, newest publication first"
  | "publications, newest first";

/** Opaque to the caller, and signed, so that nobody can make one up. */
export function cursorOf(list: PagedList, position: PagePosition | null): string | null {
  if (!position) return null;
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${payload}.${tagOf(list, payload)}`;
}

/** Of a list whose order is that of its ids. */
export const cursorOfId = (list: PagedList, id: string | null): string | null =>
  cursorOf(list, id === null ? null : { createdAt: NO_TIME, id });

/** Returns null if this list did not issue the cursor. */
export function readCursor(list: PagedList, cursor: string): PagePosition | null {
  const [payload = "", tag = "", ...rest] = cursor.split(".");
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(list, payload))];
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  return positionSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data ?? null;
}

function tagOf(list: PagedList, payload: string): string {
  const mac = createHmac("sha256", derivedKey("api cursors")).update(`${list}\n${payload}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}
