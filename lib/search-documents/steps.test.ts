import { expect, it } from "vitest";
import { parseQuery } from "@/lib/search-query/parse";
import { stepsOf, stepsOfValues } from "./steps";

const steps = (text: string) => parseQuery(text).filters.map(stepsOf);
const values = (bpm: number | null, seconds: number | null = null, lufs: number | null = null) =>
  stepsOfValues({ bpm, seconds, lufs });

it("has every number that passes in the steps that are asked for", () => {
  const inRange = (text: string, of: number[]) => of.every((step) => steps(text)[0]?.includes(step));
  expect(inRange("bpm:118-126", [...values(118), ...values(125.99), ...values(126)])).toBe(true);
  expect(inRange("bpm:118-126", values(127))).toBe(false);
  expect(inRange("len:<0.5", [...values(null, 0.001), ...values(null, 0.4999)])).toBe(true);
  expect(inRange("len:>2", [...values(null, 2.001), ...values(null, 1e6)])).toBe(true);
  expect(inRange("lufs:>-14", [...values(null, null, -13.9), ...values(null, null, 6)])).toBe(true);
  expect(inRange("lufs:>-14", values(null, null, -60))).toBe(false);
});

it("has no steps for what is negated, for times and for facets", () => {
  expect(steps("-bpm:120 added:2024 tag:kick")).toEqual([null, null, null]);
});

it("keeps numbers apart, and numbers out of reach at the ends", () => {
  expect(values(120, 2, -14)).toEqual([120, 2086, 3014]);
  expect(values(5000, null, Number.NEGATIVE_INFINITY)).toEqual([999, 2000]);
});
