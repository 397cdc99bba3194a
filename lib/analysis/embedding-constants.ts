/** Mean and deviation of each value over a varied set of sounds, so that each weighs the same in the vectors. */
export const EMBEDDING_SCALE: Record<"timbre" | "rhythm", readonly (readonly [mean: number, deviation: number])[]> = {
  timbre: [],
  rhythm: [],
};
