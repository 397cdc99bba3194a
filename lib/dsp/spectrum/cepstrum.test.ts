import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplified, chord, eachSpectrum, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { Cepstrum } from "./cepstrum";
import { melBank } from "./mel";

const BANDS = 96;
const COEFFICIENTS = 20;

function coefficients(bandPower: Float64Array): Float64Array {
  const out = new Float64Array(COEFFICIENTS);
  new Cepstrum(bandPower.length, COEFFICIENTS).addTo(bandPower, out);
  return out;
}

/** Mean coefficients of a signal, by the engine's bands. */
function ofSignal(signal: Float32Array, sampleRateHz = 44100): Float64Array {
  const bank = melBank({ sampleRateHz, fftSize: 2048, bands: BANDS, lowHz: 30, highHz: 16000 });
  const cepstrum = new Cepstrum(BANDS, COEFFICIENTS);
  const bands = new Float64Array(BANDS);
  const sum = new Float64Array(COEFFICIENTS);
  let frames = 0;
  eachSpectrum(signal, 2048, sampleRateHz / 100, (power) => {
    bank.apply(power, bands);
    cepstrum.addTo(bands, sum);
    frames++;
  });
  return sum.map((value) => value / frames);
}

const shape = (values: Float64Array) => values.subarray(1);
const distance = (a: Float64Array, b: Float64Array) => Math.hypot(...shape(a).map((value, i) => value - shape(b)[i]));

describe("cepstral coefficients of band powers", () => {
  it("are the orthonormal cosine transform, type II, of their decibels", () => {
    const decibels = Float64Array.from(noise(24, 30, 5));
    const found = coefficients(decibels.map((level) => 10 ** (level / 10)));
    for (let c = 0; c < COEFFICIENTS; c++) {
      const sum = decibels.reduce((total, level, b) => total + level * Math.cos((Math.PI * c * (2 * b + 1)) / 48), 0);
      expect(found[c]).toBeCloseTo(sum * Math.sqrt((c === 0 ? 1 : 2) / 24), 9);
    }
  });

  it("are a single number for a spectrum shaped like one of their cosines", () => {
    const ripple = Float64Array.from(
      { length: BANDS },
      (_, b) => 10 ** (1.5 * Math.cos((Math.PI * 7 * (b + 0.5)) / BANDS)),
    );
    const found = coefficients(ripple);
    expect(found[7]).toBeCloseTo(15 * Math.sqrt(BANDS / 2), 9);
    found.forEach((value, c) => {
      if (c !== 7) expect(value).toBeCloseTo(0, 9);
    });
  });

  it("count nothing as more than 80 dB below the strongest band, not even silence", () => {
    const deep = new Float64Array(BANDS).fill(1);
    deep[40] = 0;
    const floored = deep.slice();
    floored[40] = 1e-8;
    expect(coefficients(deep)).toEqual(coefficients(floored));
    floored[40] = 2e-8;
    expect(coefficients(deep)[0]).toBeLessThan(coefficients(floored)[0] - 0.1);
    const silent = coefficients(new Float64Array(BANDS));
    expect(silent[0]).toBeCloseTo(-300 * Math.sqrt(BANDS), 6);
    for (const value of shape(silent)) expect(value).toBeCloseTo(0, 9);
  });

  it("are added to what is there", () => {
    const bands = Float64Array.from(noise(BANDS), (x) => x * x);
    const out = new Float64Array(COEFFICIENTS).fill(5);
    new Cepstrum(BANDS, COEFFICIENTS).addTo(bands, out);
    coefficients(bands).forEach((value, c) => {
      expect(out[c]).toBeCloseTo(value + 5, 9);
    });
  });
});

describe("cepstral coefficients of a sound", () => {
  const tone = chord([220], 44100, 1);

  it("change only in the first with a gain, by the gain times the root of the number of bands", () => {
    const reference = ofSignal(tone);
    fc.assert(
      fc.property(fc.double({ min: -60, max: 20, noNaN: true }), (decibels) => {
        const found = ofSignal(amplified(tone, 10 ** (decibels / 20)));
        expect(found[0] - reference[0]).toBeCloseTo(decibels * Math.sqrt(BANDS), 2);
        for (let c = 1; c < COEFFICIENTS; c++) expect(found[c]).toBeCloseTo(reference[c], 2);
      }),
      { numRuns: 6, seed: 1 },
    );
  });

  it("change far less with the sample rate than from one sound to another", () => {
    const other = distance(ofSignal(tone), ofSignal(noise(44100)));
    expect(distance(ofSignal(tone), ofSignal(chord([220], 48000, 1), 48000))).toBeLessThan(0.1 * other);
  });

  it("do not depend on when a steady sound begins", () => {
    const steady = (hz: number, phase = 0) => ofSignal(sine(hz, 44100, 1, 0.5, phase));
    const octave = distance(steady(700), steady(1400));
    expect(distance(steady(700), steady(700, 1.3))).toBeLessThan(0.05 * octave);
  });

  it("are finite for silence, an impulse and DC", () => {
    for (const signal of [new Float32Array(4410), impulse(4410, 2000), new Float32Array(4410).fill(0.5)]) {
      expect(ofSignal(signal).every(Number.isFinite)).toBe(true);
    }
  });

  it("are those of a flat spectrum for an impulse", () => {
    const bank = melBank({ sampleRateHz: 44100, fftSize: 2048, bands: BANDS, lowHz: 30, highHz: 16000 });
    const flat = new Float64Array(BANDS);
    bank.apply(new Float64Array(1025).fill(1), flat);
    let found: Float64Array = new Float64Array(COEFFICIENTS);
    eachSpectrum(impulse(2049, 1024), 2048, 1024, (power) => {
      const bands = new Float64Array(BANDS);
      bank.apply(power, bands);
      if (power[100] > 1e-12) found = coefficients(bands);
    });
    expect(distance(found, coefficients(flat))).toBeLessThan(1e-6);
  });
});
