import { describe, expect, it } from "vitest";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { LevelEnvelope, type LevelShape } from "./level-envelope";

const RATE = 44100;

function shape(signal: Float32Array, cut = 4096): LevelShape {
  const envelope = new LevelEnvelope(RATE);
  for (let start = 0; start < signal.length; start += cut) {
    const part = signal.subarray(start, start + cut);
    envelope.add(part, part.length);
  }
  const found = envelope.finish();
  if (!found) throw new Error("silent");
  return found;
}

const faded = (seconds: number) => sine(300, RATE, 2, 0.8).map((x, n) => x * Math.min(1, n / (seconds * RATE)));

describe("LevelEnvelope", () => {
  it.each([0.05, 0.2, 0.8])("measures a linear fade of %d s as four fifths of it", (seconds) => {
    expect(Math.abs(shape(faded(seconds)).attackSeconds - 0.8 * seconds)).toBeLessThan(0.012);
  });

  it("gives a click the shortest attack, even after silence", () => {
    const click = noise(4410, 1).map((x, n) => x * Math.exp(-n / 300));
    expect(shape(click).attackSeconds).toBeLessThan(0.004);
    expect(shape(concatenate(new Float32Array(20000), click)).attackSeconds).toBeLessThan(0.004);
  });

  it("puts the centre early in a decay, in the middle of a steady tone, late in a swell", () => {
    const decay = sine(300, RATE, 2).map((x, n) => x * Math.exp((-4 * n) / RATE));
    expect(shape(decay).temporalCentroid).toBeLessThan(0.2);
    expect(shape(sine(300, RATE, 2)).temporalCentroid).toBeCloseTo(0.5, 2);
    expect(shape(faded(2)).temporalCentroid).toBeCloseTo(2 / 3, 2);
  });

  it("finds whether the ends are silent, and where the peak and the decay are", () => {
    const hit = concatenate(
      new Float32Array(4410),
      sine(200, RATE, 1).map((x, n) => x * Math.exp((-10 * n) / RATE)),
    );
    const found = shape(hit);
    expect(found.startDb).toBeLessThan(-60);
    expect(found.endDb).toBeLessThan(-60);
    expect(found.peakSeconds).toBeCloseTo(0.1, 2);
    // e^(−10t) falls by 20 dB in 0.23 s.
    expect(Math.abs(found.decaySeconds - 0.23)).toBeLessThan(0.03);
    const steady = shape(sine(200, RATE, 1));
    expect(steady.endDb).toBeCloseTo(0, 0);
    expect(steady.soundingShare).toBeCloseTo(1, 5);
  });

  it("does not depend on gain or on how the stream is cut", () => {
    const signal = faded(0.3);
    expect(shape(signal, 17)).toEqual(shape(signal));
    const quiet = shape(signal.map((x) => x * 0.125));
    expect(quiet.attackSeconds).toBe(shape(signal).attackSeconds);
    expect(quiet.temporalCentroid).toBeCloseTo(shape(signal).temporalCentroid, 6);
  });

  it("keeps a coarser outline when a sound outgrows its memory", () => {
    const long = sine(300, RATE, 60).map((x, n) => x * Math.exp((-0.1 * n) / RATE));
    const found = shape(long);
    expect(found.attackSeconds).toBeLessThan(0.02);
    expect(Math.abs(found.decaySeconds - 23)).toBeLessThan(0.5);
  });

  it("gives null for silence and for no samples", () => {
    for (const samples of [0, 10000]) {
      const envelope = new LevelEnvelope(RATE);
      envelope.add(new Float32Array(samples), samples);
      expect(envelope.finish()).toBeNull();
    }
  });
});
