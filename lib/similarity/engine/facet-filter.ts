import type { Columns } from "./columns";

interface Range {
  min: number | null;
  max: number | null;
}

/** Demands on a row. All of them must hold; what is missing in a row meets no demand. */
export interface FacetFilter {
  /** Any of the ranges. */
  bpm?: readonly Range[];
  lufs?: readonly Range[];
  seconds?: readonly Range[];
  /** Seconds since 1970. */
  added?: Range;
  /** Any of these: 0–11 major, 12–23 minor. */
  keys?: readonly number[];
  kinds?: readonly number[];
  flagsSet?: number;
  flagsUnset?: number;
  /** Of each group, at least one. */
  labels?: readonly (readonly number[])[];
  withoutLabels?: readonly number[];
}

export type SlotTest = (slot: number) => boolean;

/** Returns a test for slots, or null if the filter demands nothing. */
export function compileFilter(columns: Columns, filter: FacetFilter): SlotTest | null {
  const tests: SlotTest[] = [];
  const { bpm, lufs, seconds, added, keys, kinds, flagsSet = 0, flagsUnset = 0 } = filter;
  if (bpm) tests.push((slot) => inAny(columns.bpm.get(slot), bpm));
  if (lufs) tests.push((slot) => inAny(columns.lufs.get(slot), lufs));
  if (seconds) tests.push((slot) => inAny(columns.seconds.get(slot), seconds));
  if (added) tests.push((slot) => inAny(columns.added.get(slot), [added]));
  if (keys) tests.push(memberTest((slot) => columns.key.get(slot), keys));
  if (kinds) tests.push(memberTest((slot) => columns.kind.get(slot), kinds));
  if (flagsSet !== 0 || flagsUnset !== 0) {
    tests.push((slot) => {
      const flags = columns.flags.get(slot);
      return (flags & flagsSet) >>> 0 === flagsSet && (flags & flagsUnset) === 0;
    });
  }
  for (const group of filter.labels ?? []) tests.push((slot) => group.some((label) => columns.hasLabel(slot, label)));
  for (const label of filter.withoutLabels ?? []) tests.push((slot) => !columns.hasLabel(slot, label));
  return tests.length === 0 ? null : (slot) => tests.every((test) => test(slot));
}

/** Not a number, which stands for "not measured", lies in no range. */
function inAny(value: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ min, max }) => value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Infinity));
}

function memberTest(read: (slot: number) => number, members: readonly number[]): SlotTest {
  const set = new Set(members);
  return (slot) => set.has(read(slot));
}
