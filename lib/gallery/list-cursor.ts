import { z } from "zod";
import type { ListPosition } from "./schema";

const CURSOR_CHARACTERS_MAX = 300;
const positionSchema = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });

/** Opaque. It only says where to go on: what may be seen is asked anew. */
export const listCursor = (position: ListPosition | null): string | null =>
  position && Buffer.from(JSON.stringify(position)).toString("base64url");

/** Null if it is no cursor. */
export function readListCursor(cursor: string): ListPosition | null {
  if (cursor.length > CURSOR_CHARACTERS_MAX) return null;
  try {
    return positionSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}
