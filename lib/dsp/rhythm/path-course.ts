/** Where a path changes from one tempo to another: its intervals (frames) and shares of the time, before and after. */
export type PathChange = { atFrame: number; intervals: [number, number]; shares: [number, number] };

/** Each part has this many beats and lasts this long at least. */
const PART_BEATS = 8;
const PART_SECONDS = 6;
/** Tempi closer than this are one that sways; octaves are one that is counted in another way. */
const APART_OCTAVES = 0.1;
/** Within a part the tempo strays by this much at most, in octaves, on average. */
const STRAY_OCTAVES = 0.07;

/** Whether beats that were followed (fractional frames, ascending) keep to one tempo first and to another one then. */
export function pathChange(path: Float64Array, framesPerSecond: number): PathChange | null {
  const logs = Array.from({ length: path.length - 1 }, (_, i) => Math.log2(path[i + 1] - path[i]));
  let best: { split: number; stray: number; before: number; after: number } | null = null;
  for (let split = PART_BEATS; split + PART_BEATS <= logs.length; split++) {
    if (path[split] - path[0] < PART_SECONDS * framesPerSecond) continue;
    if (path[path.length - 1] - path[split] < PART_SECONDS * framesPerSecond) break;
    const [before, after] = [logs.slice(0, split), logs.slice(split)].map(middle);
    const [first, second] = [stray(logs.slice(0, split), before), stray(logs.slice(split), after)];
    const both = (first * split + second * (logs.length - split)) / logs.length;
    if (!best || both < best.stray) best = { split, stray: both, before, after };
  }
  if (!best || best.stray > STRAY_OCTAVES) return null;
  if (isSameTempo(2 ** best.before, 2 ** best.after)) return null;
  if (Math.abs(best.before - best.after) < 2 * best.stray) return null;
  const share = (path[best.split] - path[0]) / (path[path.length - 1] - path[0]);
  return {
    atFrame: path[best.split],
    intervals: [2 ** best.before, 2 ** best.after],
    shares: [share, 1 - share],
  };
}

/** Whether two tempi, or two intervals, are the same or octaves of one another. */
export function isSameTempo(a: number, b: number): boolean {
  const octaves = Math.log2(a / b);
  return Math.abs(octaves - Math.round(octaves)) < APART_OCTAVES;
}

function middle(values: number[]): number {
  return values.slice().sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function stray(values: number[], from: number): number {
  return values.reduce((sum, value) => sum + Math.abs(value - from), 0) / values.length;
}
