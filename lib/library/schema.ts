import { z } from "zod";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { parseQuery } from "@/lib/search-query/parse";
import { SELECTED_IDS_MAX } from "./constants";

const ids = z.array(z.uuid().toLowerCase());

/** A query with a mistake would mean more than what was meant: what is wrong of it counts for nothing when it searches. */
const faultless = z
  .string()
  .max(QUERY_CHARACTERS_MAX)
  .refine((text) => parseQuery(text).problems.length === 0, "Mend the search first: a part of it is not understood");

/**
 * Which samples somebody means: those with these ids, or everything that a query finds, except some. A query is text as it
 * is typed into the search box; an empty one finds the whole library.
 */
export const selectionSchema = z.union([
  z.strictObject({ ids: ids.min(1).max(SELECTED_IDS_MAX) }),
  z.strictObject({
    query: faultless,
    except: ids.max(SELECTED_IDS_MAX).default([]),
  }),
]);
export type Selection = z.input<typeof selectionSchema>;
