import { describe, expect, it } from "vitest";
import { sine } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { ChromaFold } from "./chroma-fold";

const RATE = 11025;
const SIZE = 4096;

/** Power spectrum of the frame in the middle. */
function power(signal: Float32Array): Float64Array {
  const fft = new RealFft(SIZE);
  const out = new Float64Array(fft.bins);
  fft.power(signal, (signal.length - SIZE) >> 1, unitHannWindow(SIZE), out);
  return out;
}

describe("chroma fold", () => {
  const classes = (hz: number) => {
    const out = new Float64Array(12);
    new ChromaFold(RATE, SIZE).compute(power(sine(hz, RATE, 1, 0.3)), out);
    return out;
  };

  it("puts a note in its pitch class in every octave, C first, summing to 1", () => {
    for (const hz of [110, 220, 440, 880, 1760]) {
      const out = classes(hz);
      expect(out.indexOf(Math.max(...out))).toBe(9);
      expect(out.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
    }
    expect(classes(261.63).indexOf(Math.max(...classes(261.63)))).toBe(0);
  });

  it("is all 0 for silence", () => {
    const out = new Float64Array(12).fill(1);
    new ChromaFold(RATE, SIZE).compute(new Float64Array(2049), out);
    expect(Math.max(...out)).toBe(0);
  });
});
