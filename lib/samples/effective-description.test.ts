import { expect, it } from "vitest";
import { LOOP_RECORD } from "@/tests/factories/analysed-sample";
import { NO_CORRECTIONS } from "./corrections/no-corrections";
import { effectiveDescription } from "./effective-description";

it("a description names what a person corrected, and nothing that they denied", () => {
  const said = { by: null, at: "2026-05-14T09:05:00.000Z" };
  expect(effectiveDescription(LOOP_RECORD, NO_CORRECTIONS)).toBe(LOOP_RECORD.description);
  const corrections = {
    bpm: { value: 140, ...said },
    key: { value: { tonic: 5, mode: "minor" as const }, ...said },
    kind: { value: "track" as const, ...said },
    grid: null,
  };
  expect(effectiveDescription(LOOP_RECORD, corrections)).toMatch(
    /track at 140 BPM in F minor|track of .* at 140 BPM in F minor/,
  );
  const none = { bpm: { value: null, ...said }, key: { value: null, ...said }, kind: null, grid: null };
  expect(effectiveDescription(LOOP_RECORD, none)).not.toMatch(/BPM|minor/);
  expect(effectiveDescription({ ...LOOP_RECORD, description: null }, corrections)).toBeNull();
});
