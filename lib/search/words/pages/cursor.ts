import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { derivedKey } from "@/lib/platform/derived-key";
import type { ListSort } from "@/lib/search/words/schema";

const TAG_BYTES = 12;

/** The last row of a page. `values` are what it is sorted by, as text and exact; null if the row has none. */
const positionSchema = z.object({ values: z.array(z.string()).max(2).nullable(), id: z.uuid() });
export type ListPosition = z.infer<typeof positionSchema>;

/** Opaque, and signed for one person and one order: nobody can make one up, and no other list takes it. */
export function listCursor(ownerId: string, sort: ListSort, position: ListPosition): string {
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${payload}.${tagOf(ownerId, sort, payload)}`;
}

/** Returns null if it was not given to this person for this order. */
export function readListCursor(ownerId: string, sort: ListSort, cursor: string): ListPosition | null {
  const [payload = "", tag = "", ...rest] = cursor.split(".");
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(ownerId, sort, payload))];
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  return positionSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data ?? null;
}

function tagOf(ownerId: string, sort: ListSort, payload: string): string {
  const mac = createHmac("sha256", derivedKey("search list cursors")).update(`${ownerId}\n${sort}\n${payload}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}
