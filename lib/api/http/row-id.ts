import { z } from "zod";

/** The `:id` of a path, as the database writes it. */
export const rowId = z.object({ id: z.uuid().toLowerCase() });
