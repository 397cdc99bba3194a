import { z } from "zod";

/** Settings whose names begin so hold what a sweep found that is probably another installation's: one for each prefix. */
export const STRANGE_OBJECTS_SETTING = "strange_objects:";

export const strangeObjectsSchema = z.object({
  /** How their keys begin. */
  prefix: z.string(),
  /** How many belong to no row, of how many below that prefix. */
  orphans: z.number(),
  listed: z.number(),
});
export type StrangeObjects = z.infer<typeof strangeObjectsSchema>;
