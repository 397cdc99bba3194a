import { z } from "zod";

const count = z.number().int().nonnegative();

export const playsDto = z.object({
  publicationId: z.uuid(),
  title: z.string(),
  slug: z.string(),
  state: z.enum(["public", "withdrawn", "taken_down"]),
  /** What a qualified one is: samples have previews, songs have plays. */
  countsAs: z.enum(["plays", "previews"]),
  /** The version of the published rule by which plays are decided now, and how much of this recording it wants. */
  ruleVersion: count,
  secondsToHear: z.number().nonnegative(),
  /** All that began: qualified, set aside and still open. */
  raw: count,
  qualified: count,
  setAside: count,
  open: count,
  /** How many were set aside for which reason. */
  reasons: z.record(z.string(), count),
  downloads: count,
});
