import { describe, expect, it } from "vitest";
import { applyCorrections, isUncorrected, UNCORRECTED } from "./apply-corrections";

const first = { by: "ada", at: new Date(1) };
const later = { by: "eve", at: new Date(2) };

describe("corrections of a sample", () => {
  it("are stored with whose they are and since when, each on its own", () => {
    const stored = applyCorrections(UNCORRECTED, { bpm: 140, key: { tonic: 9, mode: "minor" } }, first);
    expect(stored).toMatchObject({
      bpm: 140,
      bpmBy: "ada",
      bpmAt: first.at,
      keyTonic: 9,
      keyMode: "minor",
      kindAt: null,
    });
    const next = applyCorrections(stored, { kind: "loop" }, later);
    expect(next).toMatchObject({ bpmBy: "ada", kind: "loop", kindBy: "eve", kindAt: later.at });
  });

  it("may say that there is none, which differs from no correction", () => {
    const stored = applyCorrections(UNCORRECTED, { bpm: "none", key: "none" }, first);
    expect(stored).toMatchObject({ bpm: null, bpmAt: first.at, keyTonic: null, keyMode: null, keyAt: first.at });
    expect(isUncorrected(stored)).toBe(false);
  });

  it("that are already so change nothing", () => {
    const said = { bpm: 140, key: { tonic: 9, mode: "minor" }, kind: "loop" } as const;
    const stored = applyCorrections(UNCORRECTED, said, first);
    expect(applyCorrections(stored, said, later)).toBe(stored);
    expect(applyCorrections(UNCORRECTED, { bpm: "measured", key: "measured", kind: "measured" }, later)).toBe(
      UNCORRECTED,
    );
    expect(applyCorrections(stored, { key: { tonic: 9, mode: "major" } }, later)).toMatchObject({
      keyBy: "eve",
      bpmBy: "ada",
    });
  });

  it("are withdrawn one by one", () => {
    const stored = applyCorrections(UNCORRECTED, { bpm: 140, kind: "loop" }, first);
    const next = applyCorrections(stored, { bpm: "measured" }, later);
    expect(next).toMatchObject({ bpm: null, bpmBy: null, bpmAt: null, kind: "loop" });
    expect(isUncorrected(applyCorrections(next, { kind: "measured" }, later))).toBe(true);
  });
});
