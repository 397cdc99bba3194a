import { z } from "zod";
import { CURSOR_CHARACTERS_MAX } from "@/lib/search/constants";

const positionSchema = z.union([
  z.strictObject({ place: z.number(), id: z.uuid() }),
  z.strictObject({ cursor: z.string().max(CURSOR_CHARACTERS_MAX) }),
]);
type Position = z.infer<typeof positionSchema>;

/** Opaque to the caller. It only says where to go on: what may be seen is asked anew. */
export const placeCursor = (position: Position | null): string | null =>
  position && Buffer.from(JSON.stringify(position)).toString("base64url");

/** Null if it is no cursor. */
export function readPlaceCursor(cursor: string): Position | null {
  try {
    return positionSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}
