import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareWeights, formatted } from "./weight-file";

const path = "lib/dsp/harmony/key-calibration.ts";
const committed = readFileSync(path, "utf8");

describe("compareWeights", () => {
  it("finds the committed file identical to itself, however it was wrapped", () => {
    expect(compareWeights({ path, source: committed.replaceAll(" = ", "   =   ") }).identical).toBe(true);
    expect(formatted({ path, source: committed })).toBe(committed);
  });

  it("says how many numbers changed and by how much", () => {
    const [slope = "0"] = committed.match(/\d+\.\d+/) ?? [];
    const changed = committed.replace(slope, String(Number(slope) + 0.25));
    const { identical, verdict } = compareWeights({ path, source: changed });
    expect(identical).toBe(false);
    expect(verdict).toMatch(/^1 of 2 numbers differ, by 0\.2(5|49999)\d* at most$/);
  });

  it("tells other text, and other packed layers, from other numbers", () => {
    expect(compareWeights({ path, source: committed.replace("straight line", "line") }).verdict).toBe(
      "the same values, but other text around them",
    );
    const weights = "lib/dsp/sound/instrument-weights.ts";
    const packed = readFileSync(weights, "utf8").replace(/"[A-Za-z0-9+/=]{40,}"/, '"AAAA"');
    expect(compareWeights({ path: weights, source: packed }).verdict).toMatch(
      /^0 of \d+ numbers differ, by 0 at most, and 1 of \d+ texts, such as packed layers$/,
    );
  });

  it("knows a file that is not there", () => {
    expect(compareWeights({ path: "lib/dsp/no-such-weights.ts", source: "" }).identical).toBe(false);
  });
});
