import type { Filter, NumberRange } from "@/lib/search-query/filter";

/**
 * Numbers in steps: whole BPM, whole LUFS, and lengths between usual ones. `search_documents.steps` has those of each
 * sample, made by the database, so the index of words also finds tempos, lengths and loudnesses, together with words
 * and facets. Which rows of a step are in the range is asked of each row.
 */
const SECONDS_STEPS = [
  ...[0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25],
  ...[30, 40, 50, 60, 75, 90, 120, 150, 180, 210, 240, 300, 360, 480, 600, 900, 1200, 1800, 3600],
] as const;
/** The numbers of steps begin here; those of tempos at 0. */
const FIRST_STEP = { lufs: 2000, seconds: 3000 } as const;
const LARGEST = { bpm: 999, lufs: 100 } as const;

const STEPPED = ["bpm", "lufs", "seconds"] as const;
type SteppedNumber = (typeof STEPPED)[number];

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));
const STEP_OF: Record<SteppedNumber, (value: number) => number> = {
  bpm: (bpm) => within(bpm, LARGEST.bpm),
  lufs: (lufs) => FIRST_STEP.lufs + within(lufs + LARGEST.lufs, LARGEST.lufs),
  seconds: (seconds) => FIRST_STEP.seconds + SECONDS_STEPS.filter((step) => step <= seconds).length,
};

/** The steps of one sample. */
export const stepsOfValues = (values: Record<SteppedNumber, number | null>): number[] =>
  STEPPED.flatMap((name) => (values[name] === null ? [] : [STEP_OF[name](values[name])]));

/** The steps in which all samples lie that a filter lets through. Null if it has none. */
export function stepsOf(filter: Filter): number[] | null {
  if (filter.kind !== "range" || filter.number === "addedAt" || filter.isNegated) return null;
  const stepOf = STEP_OF[filter.number];
  const steps = new Set(filter.anyOf.flatMap((range) => stepsBetween(range, stepOf)));
  return [...steps].sort((a, b) => a - b);
}

function stepsBetween({ min, max }: NumberRange, stepOf: (value: number) => number): number[] {
  if (min > max) return [];
  const [first, last] = [stepOf(min), stepOf(max)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
