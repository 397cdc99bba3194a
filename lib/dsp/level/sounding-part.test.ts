import { describe, expect, it } from "vitest";
import { amplified, concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { soundingPart } from "./sounding-part";

const RATE = 48_000;
const tone = sine(440, RATE, 0.5, 0.5);
const silence = new Float32Array(RATE);

describe("the sounding part", () => {
  it("is what lies between two silences, at any level", () => {
    const padded = concatenate(silence, tone, silence);
    for (const signal of [padded, amplified(padded, 0.01)]) {
      const part = soundingPart(signal, RATE, -45);
      expect((part?.length ?? 0) / RATE).toBeGreaterThan(0.49);
      expect((part?.length ?? 0) / RATE).toBeLessThan(0.54);
    }
  });

  it("leaves out the noise of a room only if it is told to", () => {
    const room = noise(RATE, 0.008);
    const recorded = concatenate(room, tone, room);
    expect(soundingPart(recorded, RATE, -45)).toHaveLength(recorded.length);
    expect((soundingPart(recorded, RATE, -30)?.length ?? 0) / RATE).toBeLessThan(0.54);
  });

  it("is null for silence and for nothing, and all of a sound shorter than a block", () => {
    expect(soundingPart(silence, RATE, -45)).toBeNull();
    expect(soundingPart(new Float32Array(0), RATE, -45)).toBeNull();
    expect(soundingPart(noise(RATE, 0.00005), RATE, -45)).toBeNull();
    expect(soundingPart(tone.subarray(0, 200), RATE, -45)).toHaveLength(200);
  });
});
