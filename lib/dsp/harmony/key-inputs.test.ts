import { describe, expect, it } from "vitest";
import { KEY_LAYOUT, KeyEvidence } from "./key-inputs";
import { PASSAGE_KEY_WEIGHTS } from "./passage-key-weights";
import { PASSAGE_LAYOUT, passageInputs } from "./passage-keys";
import type { PitchRow } from "./pitch-rows";

/** Two frames in which these pitch classes sound evenly, above the range of a bass. */
function row(...classes: number[]): PitchRow {
  const treble = new Float64Array(12);
  for (const c of classes) treble[c] = 2 / classes.length;
  return { treble, bass: new Float64Array(12), bassShare: 0, frames: 2 };
}

const repeated = (count: number, ...classes: number[]) => Array.from({ length: count }, () => row(...classes));

const high = (inputs: Float64Array, names: readonly string[], least: number) =>
  names.filter((_, i) => inputs[i] >= least);

describe("the inputs of a key", () => {
  it("are the same from the tonic, wherever it is", () => {
    const music = (shift: number) =>
      [
        [0, 4, 7],
        [5, 9, 0],
        [7, 11, 2],
        [0, 4, 7],
      ].flatMap((notes) => repeated(6, ...notes.map((note) => (note + shift) % 12)));
    const home = new KeyEvidence(music(0)).inputs(0);
    for (const shift of [1, 7, 11]) {
      const moved = new KeyEvidence(music(shift)).inputs(shift);
      moved.forEach((value, i) => {
        expect(value).toBeCloseTo(home[i], 9);
      });
    }
  });

  it("tell the opening from the ending, and name the triads that are held", () => {
    const inputs = new KeyEvidence([...repeated(20, 7, 11, 2), ...repeated(20, 0, 4, 7)]).inputs(0);
    const named = high(inputs, KEY_LAYOUT.names, 0.5);
    expect(named).toEqual(expect.arrayContaining(["openingBoth.7", "openingBoth.2", "endingBoth.1", "endingBoth.3"]));
    expect(named).not.toContain("openingBoth.1");
    expect(named).toEqual(expect.arrayContaining(["triads.major 1", "triads.major 5"]));
    expect(named.filter((name) => name.startsWith("triads"))).toHaveLength(2);
  });

  it("know which degree follows which", () => {
    const leading = new KeyEvidence(Array.from({ length: 30 }, (_, i) => row(i % 3 === 0 ? 11 : i % 3 === 1 ? 0 : 5)));
    const steps = (tonic: number) =>
      high(leading.inputs(tonic), KEY_LAYOUT.names, 0.5).filter((name) => name.startsWith("steps"));
    expect(steps(0)).toEqual(["steps.1 4", "steps.4 7", "steps.7 1"]);
    expect(steps(5)).toEqual(["steps.1 b5", "steps.b5 5", "steps.5 1"]);
  });

  it("weigh what is held for long above what passes", () => {
    const passing = Array.from({ length: 24 }, (_, i) => row([2, 4, 5, 9][i % 4] ?? 2));
    const inputs = new KeyEvidence([...repeated(24, 0), ...passing]).inputs(0);
    const value = (name: string) => inputs[KEY_LAYOUT.names.indexOf(name)] as number;
    expect(value("held.1") ** 2).toBeGreaterThan(1.3 * value("both.1") ** 2);
  });

  it("are finite for a single row and for none that sounds", () => {
    for (const rows of [repeated(1, 0, 4, 7), [{ ...row(0), treble: new Float64Array(12), frames: 0 }]])
      expect(new KeyEvidence(rows).inputs(3).every(Number.isFinite)).toBe(true);
  });
});

describe("the inputs of a passage", () => {
  it("have one weight each, in both modes", () => {
    expect(PASSAGE_KEY_WEIGHTS.major).toHaveLength(PASSAGE_LAYOUT.size);
    expect(PASSAGE_KEY_WEIGHTS.minor).toHaveLength(PASSAGE_LAYOUT.size);
  });

  it("count degrees from the tonic", () => {
    const inputs = passageInputs(row(9));
    expect(high(inputs[0] as Float64Array, PASSAGE_LAYOUT.names, 0.5)).toEqual(["both.6", "constant"]);
    expect(high(inputs[9] as Float64Array, PASSAGE_LAYOUT.names, 0.5)).toEqual(["both.1", "constant"]);
  });
});
