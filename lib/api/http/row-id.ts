import { z } from "zod";

/** The `:id` of a path. */
export const rowId = z.object({ id: z.uuid() });
