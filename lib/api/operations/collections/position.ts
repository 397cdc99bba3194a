import { z } from "zod";
import { PAGE_ROWS, PAGE_ROWS_MAX } from "@/lib/api/http/cursor";
import { CURSOR_CHARACTERS_MAX } from "@/lib/search/constants";

const positionSchema = z.union([
  z.strictObject({ place: z.number(), id: z.uuid() }),
  z.strictObject({ cursor: z.string().max(CURSOR_CHARACTERS_MAX) }),
]);
type Position = z.infer<typeof positionSchema>;

/** Query parameters of lists whose order is a person's own. A smart collection's cursor holds that of its search. */
export const placedQuery = {
  limit: z.coerce.number<string | number>().int().min(1).max(PAGE_ROWS_MAX).default(PAGE_ROWS),
  cursor: z
    .string()
    .max(2 * CURSOR_CHARACTERS_MAX)
    .optional(),
};

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
