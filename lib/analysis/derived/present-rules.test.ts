import { describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { underPresentRules } from "./present-rules";

/** A kick of version 1.5: its words came from a kind and a mood that are no more than guesses. */
const old = {
  analyserVersion: "1.5.0",
  durationSeconds: 1.5,
  loudness: { integratedLufs: -14, rangeLu: null, clippingRuns: 0, dcOffset: 0 },
  kind: { label: "one-shot", confidence: 0.45 },
  moods: [{ label: "calm", confidence: 0.4 }],
  tags: ["one-shot", "noisy", "calm"],
  description: "A noisy, calm hit, 1.5 s long.",
  notApplicable: {},
} as unknown as AnalysisRecord;

describe("a stored record under the present rules", () => {
  it("of an earlier analyser claims no more than it knows; what was measured stays", () => {
    const shown = underPresentRules(old);
    expect(shown).toEqual({ ...old, tags: [], description: "A sound, 1.5 s long." });
    expect(underPresentRules({ ...old, analyserVersion: "0.12.0" }).tags).toEqual([]);
  });

  it("keeps the words that this and later analysers have chosen", () => {
    for (const analyserVersion of ["1.6.0", "1.10.0", "2.0.0"]) {
      const recent = { ...old, analyserVersion };
      expect(underPresentRules(recent)).toBe(recent);
    }
  });

  it("gets no description that it never had, and is no silence because nobody asked for its kind", () => {
    expect(underPresentRules({ ...old, description: null }).description).toBeNull();
    const { kind: _, ...without } = old;
    expect(underPresentRules(without as AnalysisRecord).tags).toEqual(old.tags);
  });
});
