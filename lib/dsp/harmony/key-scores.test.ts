import { describe, expect, it } from "vitest";
import { emptyFineChroma } from "./hpcp";
import { KEY_LAYOUT, KeyEvidence, type KeyWeights } from "./key-scores";
import { KEY_WEIGHTS, PASSAGE_KEY_WEIGHTS } from "./key-weights";

const weight = (weights: KeyWeights, mode: "major" | "minor", name: string) =>
  weights[mode][KEY_LAYOUT.names.indexOf(name)] as number;

describe("the inputs of a key", () => {
  it("have one weight each, in both modes", () => {
    for (const weights of [KEY_WEIGHTS, PASSAGE_KEY_WEIGHTS]) {
      expect(weights.major).toHaveLength(KEY_LAYOUT.size);
      expect(weights.minor).toHaveLength(KEY_LAYOUT.size);
    }
  });

  it("weigh the major third for major and the minor third for minor", () => {
    for (const [mode, third, other] of [
      ["major", "both.3", "both.b3"],
      ["minor", "both.b3", "both.3"],
    ] as const) {
      expect(weight(KEY_WEIGHTS, mode, third)).toBeGreaterThan(3);
      expect(weight(KEY_WEIGHTS, mode, other)).toBeLessThan(-3);
    }
  });

  it("count degrees from the tonic, and leave the opening empty if nothing begins", () => {
    const chroma = emptyFineChroma();
    chroma.frames = 1;
    // The fine chroma begins at A, which is the sixth degree of C.
    chroma.treble[0] = 1;
    const evidence = new KeyEvidence(chroma, null, 0);
    const named = (tonic: number) => {
      const inputs = evidence.inputs(tonic);
      return KEY_LAYOUT.names.filter((_, i) => inputs[i] > 0.5);
    };
    expect(named(0)).toEqual(["both.6", "constant"]);
    expect(named(9)).toEqual(["both.1", "constant"]);
  });
});
