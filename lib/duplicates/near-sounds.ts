/** Hits, and loops that are hardly more: different ones of a kind reach 0.976, so only what is above is nearly the same. */
const LEAST_SHORT_SIMILARITY = 0.98;
const SHORT_SECONDS = 4;
/** Different loops and pieces reach 0.91. */
export const LEAST_SIMILARITY = 0.95;

/** Whether two sounds of this similarity (0–1, even weights), the shorter of this length, are nearly the same. */
export function isNear(similarity: number, shorterSeconds: number): boolean {
  return similarity >= (shorterSeconds > SHORT_SECONDS ? LEAST_SIMILARITY : LEAST_SHORT_SIMILARITY);
}
