import { describe, expect, it } from "vitest";
import { clicks, noise, sine } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { OnsetStrength } from "./onset-strength";

const RATE = 44100;

function strengths(signal: Float32Array): Float64Array[] {
  const fft = new RealFft(2048);
  const window = unitHannWindow(2048);
  const power = new Float64Array(fft.bins);
  const onsets = new OnsetStrength(RATE, 2048);
  const slicer = new FrameSlicer(2048, 441, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    onsets.push(power);
  });
  slicer.push(signal);
  slicer.finish();
  onsets.finish();
  return onsets.strengths.map((list) => list.view());
}

describe("OnsetStrength", () => {
  it("peaks within 30 ms of each click and is quiet between", () => {
    const [, , high] = strengths(clicks(120, RATE, 4, 0.25));
    const largest = Math.max(...high);
    for (let beat = 0; beat < 7; beat++) {
      const frame = 25 + beat * 50;
      expect(Math.max(...high.subarray(frame - 3, frame + 4))).toBeGreaterThan(largest * 0.4);
      expect(Math.max(...high.subarray(frame + 15, frame + 40))).toBeLessThan(largest * 0.15);
    }
  });

  it("finds a thump in the low band and a hiss in the high one", () => {
    const silence = new Float32Array(RATE);
    const thump = silence.map((_, n) => (n < RATE / 2 ? 0 : Math.sin((2 * Math.PI * 60 * n) / RATE)));
    // Faded in over 50 ms, for a sine that starts at once is a click.
    const faded = thump.map((x, n) => x * Math.max(0, Math.min(1, (n - RATE / 2) / 2205)));
    const [low, , high] = strengths(faded);
    expect(Math.max(...low)).toBeGreaterThan(5 * Math.max(...high));
  });

  it("does not change with gain", () => {
    const signal = clicks(100, RATE, 3);
    const [, , reference] = strengths(signal);
    const [, , quiet] = strengths(signal.map((x) => x * 0.001));
    for (let i = 0; i < reference.length; i++) expect(Math.abs(quiet[i] - reference[i])).toBeLessThan(0.01);
  });

  it("is zero for silence and small for a steady tone next to a click", () => {
    for (const band of strengths(new Float32Array(RATE))) expect(Math.max(...band)).toBe(0);
    const tone = strengths(sine(440, RATE, 3, 0.5));
    const middle = tone.map((band) => Math.max(...band.subarray(50, 250)));
    expect(Math.max(...middle)).toBeLessThan(0.5);
    expect(strengths(noise(100)).every((band) => band.length === 1)).toBe(true);
  });
});
