import { describe, expect, it } from "vitest";
import { chord, noise, sine } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { Periodicity } from "./periodicity";
import { SpectralBalance, spectralSlope } from "./spectral-balance";
import { SpectralContrast } from "./spectral-contrast";

const RATE = 44100;
const SIZE = 2048;

/** Power spectrum of the frame in the middle, or the mean over all. */
function power(signal: Float32Array, size = SIZE, mean = false): Float64Array {
  const fft = new RealFft(size);
  const window = unitHannWindow(size);
  const out = new Float64Array(fft.bins);
  const sum = new Float64Array(fft.bins);
  if (!mean) {
    fft.power(signal, (signal.length - size) >> 1, window, out);
    return out;
  }
  for (let start = 0; start + size <= signal.length; start += size / 2) {
    fft.power(signal, start, window, out);
    for (let k = 0; k < out.length; k++) sum[k] += out[k];
  }
  return sum;
}

/** First-order integration: −6 dB an octave. */
function integrated(signal: Float32Array): Float32Array {
  let level = 0;
  return signal.map((x) => {
    level = 0.9999 * level + x * 0.01;
    return level;
  });
}

describe("spectral contrast", () => {
  const contrast = (signal: Float32Array) => {
    const out = new Float64Array(7);
    new SpectralContrast(RATE, SIZE).compute(power(signal), out);
    return out;
  };

  it("is far higher for a tone than for noise in the tone's octave", () => {
    const tone = contrast(sine(1000, RATE, 0.2, 0.5));
    const hiss = contrast(noise(RATE / 5));
    expect(tone[3]).toBeGreaterThan(hiss[3] + 30);
  });

  it("does not depend on the gain, and is 0 for silence", () => {
    const loud = contrast(noise(RATE / 5, 1));
    const quiet = contrast(noise(RATE / 5, 0.01));
    loud.forEach((value, band) => {
      expect(quiet[band]).toBeCloseTo(value, 3);
    });
    expect([...contrast(new Float32Array(RATE / 5))]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("gives 0 for bands above half the sample rate", () => {
    const out = new Float64Array(7).fill(9);
    new SpectralContrast(2000, SIZE).compute(power(noise(4096)), out);
    expect([...out.subarray(4)]).toEqual([0, 0, 0]);
  });
});

describe("brightness and warmth", () => {
  const balance = (hz: number) => {
    const spectrum = power(sine(hz, RATE, 0.2, 0.5));
    const out = new Float64Array(2);
    new SpectralBalance(RATE, SIZE).compute(Float32Array.from(spectrum, Math.sqrt), out);
    return out;
  };

  it("are the shares above 1500 Hz and from 80 to 500 Hz", () => {
    expect(balance(5000)[0]).toBeGreaterThan(0.95);
    expect(balance(5000)[1]).toBeLessThan(0.05);
    expect(balance(250)[0]).toBeLessThan(0.05);
    expect(balance(250)[1]).toBeGreaterThan(0.9);
  });

  it("are 0 for silence", () => {
    const out = new Float64Array(2).fill(1);
    new SpectralBalance(RATE, SIZE).compute(new Float32Array(1025), out);
    expect([...out]).toEqual([0, 0]);
  });
});

describe("spectral slope", () => {
  it("is 0 for white noise, −6 dB an octave for integrated noise, at any gain", () => {
    const white = noise(RATE * 10, 0.5);
    expect(spectralSlope(power(white, SIZE, true), RATE / SIZE)).toBeCloseTo(0, 0);
    const brown = spectralSlope(power(integrated(white), SIZE, true), RATE / SIZE);
    expect(brown).toBeGreaterThan(-6.6);
    expect(brown).toBeLessThan(-5.2);
    const quiet = spectralSlope(
      power(
        integrated(white).map((x) => x * 0.01),
        SIZE,
        true,
      ),
      RATE / SIZE,
    );
    expect(quiet).toBeCloseTo(brown, 5);
  });

  it("is 0 for silence", () => {
    expect(spectralSlope(new Float64Array(1025), RATE / SIZE)).toBe(0);
  });
});

describe("periodicity", () => {
  const rate = RATE / 4;
  const measure = (signal: Float32Array) => new Periodicity(rate, 4096).measure(power(signal, 4096));

  it("is near 1 for a tone and a harmonic sound, low for noise, 0 for silence and DC", () => {
    expect(measure(sine(220, rate, 1, 0.3))).toBeGreaterThan(0.98);
    expect(measure(chord([130.8], rate, 1))).toBeGreaterThan(0.95);
    expect(measure(noise(11025, 0.5))).toBeLessThan(0.25);
    expect(measure(new Float32Array(11025))).toBe(0);
    expect(measure(new Float32Array(11025).fill(0.5))).toBeLessThan(0.01);
  });

  it("falls as noise is mixed in", () => {
    const hiss = noise(11025, 1);
    const mixed = [0, 0.05, 0.1, 0.3].map((level) =>
      measure(sine(220, rate, 1, 0.3).map((x, i) => x + level * hiss[i])),
    );
    for (let i = 1; i < mixed.length; i++) expect(mixed[i]).toBeLessThan(mixed[i - 1]);
  });
});
