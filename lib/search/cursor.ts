import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ActorId } from "@/lib/identity/actor";
import { derivedKey } from "@/lib/platform/derived-key";
import type { Search } from "./schema";

const TAG_BYTES = 12;

/** Where a page of a ranked search ends: how many hits were shown, and the last of them. */
const positionSchema = z.object({ shown: z.int().positive(), lastId: z.uuid() });
export type RankedPosition = z.infer<typeof positionSchema>;

/** Opaque and signed. It goes on with this search of this person and with no other. */
export function rankedCursor(owner: ActorId, search: Search, position: RankedPosition): string {
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${payload}.${tagOf(owner, search, payload)}`;
}

/** Null if the cursor is of another search, sort or person, or of nobody. */
export function readRankedCursor(owner: ActorId, search: Search, cursor: string): RankedPosition | null {
  const [payload = "", tag = "", ...rest] = cursor.split(".");
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(owner, search, payload))];
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  return positionSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data ?? null;
}

/** Where the next page begins: after the last hit that was shown, wherever it stands now. */
export function placeAfter(position: RankedPosition | null, ids: readonly string[]): number {
  if (!position) return 0;
  const at = ids.indexOf(position.lastId);
  return at >= 0 ? at + 1 : Math.min(position.shown, ids.length);
}

function tagOf(owner: ActorId, search: Search, payload: string): string {
  const { cursor: _, limit: _limit, ...asked } = search;
  const digest = createHash("sha256").update(JSON.stringify(asked)).digest("base64url");
  const mac = createHmac("sha256", derivedKey("search cursors")).update(`${owner}\n${digest}\n${payload}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}
