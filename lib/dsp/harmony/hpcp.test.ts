import { describe, expect, it } from "vitest";
import { chord, noise } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { emptyFineChroma, estimateTuning, foldToPitchClasses, HpcpExtractor } from "./hpcp";

const RATE = 11025;
const hzOf = (midi: number, cents = 0) => 440 * 2 ** ((midi - 69 + cents / 100) / 12);

const fineChroma = (signal: Float32Array) => heard(signal).fine;
const deviationOf = (signal: Float32Array) => heard(signal).hpcp.deviation.mean;

function heard(signal: Float32Array) {
  const fft = new RealFft(4096);
  const window = unitHannWindow(4096);
  const power = new Float64Array(fft.bins);
  const hpcp = new HpcpExtractor(RATE, 4096);
  const fine = emptyFineChroma();
  const slicer = new FrameSlicer(4096, 1024, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    hpcp.add(power, fine);
  });
  slicer.push(signal);
  slicer.finish();
  return { fine, hpcp };
}

const strongest = (classes: Float64Array, count: number) =>
  [...classes.keys()]
    .sort((a, b) => classes[b] - classes[a])
    .slice(0, count)
    .sort((a, b) => a - b);

describe("HpcpExtractor", () => {
  it("hears how far a tone is off to a cent, and not to the bins of its chroma", () => {
    for (const cents of [-31.8, -14.3, 0, 7.85, 23.1, 46]) {
      const mean = deviationOf(chord([hzOf(69, cents)], RATE, 2));
      expect(Math.abs((mean?.cents ?? 99) - cents)).toBeLessThan(1);
      expect(mean?.confidence).toBeGreaterThan(0.95);
    }
    const both = deviationOf(chord([hzOf(48, 8), hzOf(64, 8), hzOf(67, 8)], RATE, 2));
    expect(Math.abs((both?.cents ?? 0) - 8)).toBeLessThan(1.5);
    expect(deviationOf(new Float32Array(RATE))).toBeNull();
  });

  it.each([
    ["C major", [60, 64, 67], [0, 4, 7]],
    ["A minor", [57, 60, 64], [0, 4, 9]],
    ["F sharp major", [66, 70, 73], [1, 6, 10]],
  ])("hears the notes of %s", (_, notes, classes) => {
    const fine = fineChroma(
      chord(
        notes.map((note) => hzOf(note)),
        RATE,
        3,
      ),
    );
    expect(strongest(foldToPitchClasses(fine.treble, 0), 3)).toEqual(classes);
  });

  it("keeps bass and treble apart", () => {
    const fine = fineChroma(chord([hzOf(40)], RATE, 2, 0.5));
    expect(strongest(foldToPitchClasses(fine.bass, 0), 1)).toEqual([4]);
  });

  it("does not depend on how loud the music is", () => {
    const signal = chord([hzOf(60), hzOf(64), hzOf(67)], RATE, 2);
    const loud = fineChroma(signal).treble;
    const quiet = fineChroma(signal.map((x) => x * 0.01)).treble;
    for (let i = 0; i < loud.length; i++) expect(quiet[i]).toBeCloseTo(loud[i], 3);
  });

  it("finds nothing in silence", () => {
    expect(fineChroma(new Float32Array(RATE)).frames).toBe(0);
  });
});

describe("estimateTuning", () => {
  it.each([-40, -25, 0, 10, 30])("finds music %i cents off", (cents) => {
    const fine = fineChroma(chord([hzOf(60, cents), hzOf(64, cents), hzOf(67, cents)], RATE, 3));
    const found = estimateTuning(fine.treble);
    expect(Math.abs(found.cents - cents)).toBeLessThan(5);
    expect(found.clarity).toBeGreaterThan(0.6);
  });

  it("is unclear for noise", () => {
    expect(estimateTuning(fineChroma(noise(RATE * 3)).treble).clarity).toBeLessThan(0.2);
  });
});
