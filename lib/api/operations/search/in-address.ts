import { z } from "zod";
import { type Search, type SearchInput, searchInputSchema } from "@/lib/search/schema";
import type { AspectWeights } from "@/lib/similarity/schema";

const number = z.coerce.number<string | number>();
const weight = number.min(0).max(100).optional();

/** How much each aspect of a sound counts, in an address. */
export const aspectsQuery = { timbre: weight, rhythm: weight, harmony: weight };
export const shareQuery = number.min(0).max(1).default(0);

/** Undefined if none is given; of some, the others count 1. */
export function aspectsOf({ timbre, rhythm, harmony }: { [Name in keyof AspectWeights]: number | undefined }) {
  if (timbre === undefined && rhythm === undefined && harmony === undefined) return undefined;
  return { timbre: timbre ?? 1, rhythm: rhythm ?? 1, harmony: harmony ?? 1 };
}

/** The search that an address asks for, with the problems of its parts as those of the address. */
export function searchOf(input: SearchInput, context: z.RefinementCtx): Search {
  const parsed = searchInputSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path: [...path], message });
  return z.NEVER;
}
