import { z } from "zod";

const number = z.coerce.number<string | number>();
const weight = number.min(0).max(100).default(1);

/** How much each aspect of a sound counts, in an address. */
export const aspectsQuery = { timbre: weight, rhythm: weight, harmony: weight };
export const shareQuery = number.min(0).max(1).default(0);
