import { z } from "zod";
import { PAGE_ROWS, PAGE_ROWS_MAX } from "@/lib/api/http/cursor";
import { CURSOR_CHARACTERS_MAX } from "@/lib/search/constants";

/** Query parameters of lists whose order is a person's own. A smart collection's cursor holds that of its search. */
export const placedQuery = {
  limit: z.coerce.number<string | number>().int().min(1).max(PAGE_ROWS_MAX).default(PAGE_ROWS),
  cursor: z
    .string()
    .max(2 * CURSOR_CHARACTERS_MAX)
    .optional(),
};
