import { describe, expect, it } from "vitest";
import { sine } from "@/lib/dsp/testing/test-signals";
import { ESSENCE_LAYOUT, essence, INSTRUMENT_LAYOUT, InstrumentFeatures, shapeOf } from "./instrument-features";
import { mixShares, singleSoundShares } from "./instruments";
import { MIX_LAYOUT } from "./mix-features";

const RATE = 44_100;

describe("the layouts of sounds", () => {
  it("name every value differently", () => {
    for (const layout of [INSTRUMENT_LAYOUT, ESSENCE_LAYOUT, MIX_LAYOUT]) {
      expect(new Set(layout.names).size).toBe(layout.size);
    }
  });

  it("are those that the networks were fitted on", () => {
    expect(singleSoundShares(new Float64Array(INSTRUMENT_LAYOUT.size)).length).toBeGreaterThan(0);
    expect(mixShares([new Float64Array(MIX_LAYOUT.size)]).length).toBeGreaterThan(0);
    expect(() => mixShares([new Float64Array(MIX_LAYOUT.size + 1)])).toThrow(RangeError);
  });

  it("say where the outline's values are, also in the essence", () => {
    const features = new InstrumentFeatures(RATE).measure(sine(440, RATE, 1, 0.5)) as Float64Array;
    const named = (layout: { names: readonly string[] }, values: Float64Array, name: string) =>
      values[layout.names.indexOf(name)];
    expect(named(INSTRUMENT_LAYOUT, features, "outline.duration")).toBeCloseTo(0, 1);
    expect(named(INSTRUMENT_LAYOUT, features, "outline.frames.0.12 clarity")).toBeGreaterThan(0.9);
    // In octaves from 200 Hz.
    expect(named(INSTRUMENT_LAYOUT, features, "outline.frames.0.12 pitch")).toBeCloseTo(Math.log2(440 / 200), 1);
    for (const name of INSTRUMENT_LAYOUT.names.filter((any) => any.startsWith("outline."))) {
      expect(named(ESSENCE_LAYOUT, essence(features), name)).toBe(named(INSTRUMENT_LAYOUT, features, name));
    }
  });

  it("say which shape an input of a network is", () => {
    const { names } = ESSENCE_LAYOUT;
    expect(shapeOf(names.indexOf("shapes.3 7"))).toEqual({ time: 3, band: 7 });
    expect(shapeOf(names.indexOf("outline.centroid"))).toEqual({ time: -1, band: -1 });
  });
});
