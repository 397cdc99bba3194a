import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChromaFold } from "@/lib/dsp/harmony/chroma-fold";
import { amplified, chord, cosine, eachSpectrum, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { Periodicity } from "./periodicity";
import { SpectralBalance, spectralSlope } from "./spectral-balance";
import { CONTRAST_BANDS, SpectralContrast } from "./spectral-contrast";
import { amplitudes, rolloffBin, SpectralFlux, totalPower } from "./spectral-shape";

const RATE = 44100;
const SIZE = 2048;

/** Power spectrum of the frame around the middle. */
function middle(signal: Float32Array, size = SIZE): Float64Array {
  let found = new Float64Array();
  const centre = signal.length >> 1;
  eachSpectrum(signal.subarray(centre - size, centre + size), size, size, (power) => {
    found = found.length === 0 || totalPower(power) > totalPower(found) ? power.slice() : found;
  });
  return found;
}

const spectra = fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 9, maxLength: 70 });
const gains = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe("total power and rolloff", () => {
  it("include every bin, however many there are", () => {
    fc.assert(
      fc.property(spectra, (bins) => {
        const expected = bins.reduce((sum, p) => sum + p, 0);
        expect(totalPower(Float64Array.from(bins))).toBeCloseTo(expected, 8);
      }),
    );
    expect(totalPower(new Float64Array(0))).toBe(0);
  });

  it("put the rolloff at the first bin that reaches the share, at any gain, further up for a larger share", () => {
    fc.assert(
      fc.property(spectra, fc.integer({ min: -8, max: 8 }), (bins, octaves) => {
        const power = Float64Array.from(bins);
        const bin = rolloffBin(power, 0.85);
        // A power of two scales without rounding.
        expect(
          rolloffBin(
            power.map((p) => p * 2 ** octaves),
            0.85,
          ),
        ).toBe(bin);
        expect(rolloffBin(power, 0.95)).toBeGreaterThanOrEqual(bin);
        expect(totalPower(power.subarray(0, bin + 1))).toBeGreaterThanOrEqual(0.85 * totalPower(power) - 1e-9);
      }),
    );
    expect(rolloffBin(new Float64Array(1000).fill(2), 0.85)).toBe(849);
    expect(rolloffBin(new Float64Array(100), 0.85)).toBe(0);
  });
});

describe("spectral flux", () => {
  it("is 0 for the first frame and for the same spectrum at another level, √2 for an entirely different one", () => {
    fc.assert(
      fc.property(spectra, gains, (bins, gain) => {
        const power = Float64Array.from(bins, (p) => p + 1e-6);
        const flux = new SpectralFlux(power.length);
        expect(flux.next(power)).toBe(0);
        expect(flux.next(power.map((p) => p * gain))).toBeCloseTo(0, 6);
      }),
    );
    const flux = new SpectralFlux(8);
    flux.next(Float64Array.of(1, 3, 0, 0, 0, 0, 0, 0));
    expect(flux.next(Float64Array.of(0, 0, 5, 0, 1, 0, 0, 0))).toBeCloseTo(Math.SQRT2, 12);
  });

  it("is finite for silence", () => {
    const flux = new SpectralFlux(4);
    const silent = new Float64Array(4);
    const loud = new Float64Array(4).fill(1);
    expect([silent, silent, loud, silent].map((power) => flux.next(power))).toEqual([0, 0, 1, 1]);
  });
});

describe("spectral contrast", () => {
  const contrast = (power: Float64Array, rate = RATE) => {
    const out = new Float64Array(CONTRAST_BANDS);
    new SpectralContrast(rate, SIZE).compute(power, out);
    return out;
  };

  it("is by definition the strongest bins over the weakest", () => {
    const power = new Float64Array(SIZE / 2 + 1).fill(1);
    // The band from 6.4 to 12.8 kHz has 298 bins, of which six are kept.
    for (let i = 0; i < 6; i++) power[400 + 3 * i] = 1000;
    expect(contrast(power)[6]).toBeCloseTo(30, 9);
    expect([...contrast(power).subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("is 0 for an impulse, whose spectrum is flat", () => {
    for (const value of contrast(middle(impulse(3 * SIZE, 1.5 * SIZE)))) expect(value).toBeCloseTo(0, 6);
  });

  it("hardly depends on where a steady sound is cut or on the sample rate", () => {
    const tone = (rate: number, phase = 0) => middle(sine(1000, rate, 0.5, 0.5, phase));
    const reference = contrast(tone(RATE));
    expect(Math.abs(contrast(tone(RATE, 2))[3] - reference[3])).toBeLessThan(6);
    expect(Math.abs(contrast(tone(48000), 48000)[3] - reference[3])).toBeLessThan(6);
    expect(reference[3]).toBeGreaterThan(60);
  });
});

describe("brightness, warmth and slope", () => {
  const balance = (signal: Float32Array, rate = RATE) => {
    const amplitude = new Float32Array(SIZE / 2 + 1);
    amplitudes(middle(signal), 0, amplitude);
    const out = new Float64Array(2);
    new SpectralBalance(rate, SIZE).compute(amplitude, out);
    return out;
  };
  const tone = (hz: number, rate = RATE) => chord([hz], rate, 0.3);

  it("of an impulse are the shares of the bands, and its slope is 0", () => {
    const [bright, warm] = balance(impulse(3 * SIZE, 1.5 * SIZE));
    expect(bright).toBeCloseTo(1 - 1500 / 22050, 2);
    expect(warm).toBeCloseTo(420 / 22050, 2);
    expect(spectralSlope(middle(impulse(3 * SIZE, 1.5 * SIZE)), RATE / SIZE)).toBeCloseTo(0, 6);
  });

  it("do not depend on gain or sample rate", () => {
    const reference = balance(tone(300));
    fc.assert(
      fc.property(gains, (gain) => {
        const found = balance(amplified(tone(300), gain));
        expect(found[0]).toBeCloseTo(reference[0], 5);
        expect(found[1]).toBeCloseTo(reference[1], 5);
      }),
      { numRuns: 10 },
    );
    const other = balance(tone(300, 48000), 48000);
    expect(Math.abs(other[0] - reference[0])).toBeLessThan(0.03);
    expect(Math.abs(other[1] - reference[1])).toBeLessThan(0.03);
  });

  it("grow brighter and less warm with each octave", () => {
    const [low, middleOctave, high] = [110, 220, 440].map((hz) => balance(tone(hz * 2)));
    expect(middleOctave[0]).toBeGreaterThan(low[0]);
    expect(high[0]).toBeGreaterThan(middleOctave[0]);
    expect(high[1]).toBeLessThan(low[1]);
  });

  it("are 0 for a constant offset, which does not tilt the spectrum either", () => {
    const offset = balance(new Float32Array(3 * SIZE).fill(0.5));
    expect(Math.max(...offset)).toBeLessThan(1e-6);
    const hiss = noise(3 * SIZE, 0.3);
    const slope = spectralSlope(middle(hiss), RATE / SIZE);
    expect(spectralSlope(middle(hiss.map((x) => x + 0.3)), RATE / SIZE)).toBeCloseTo(slope, 2);
  });
});

describe("chroma of passages and periodicity", () => {
  const rate = RATE / 4;
  const LONG = 4096;
  const classes = (signal: Float32Array, atRate = rate) => {
    const out = new Float64Array(12);
    new ChromaFold(atRate, LONG).compute(middle(signal, LONG), out);
    return out;
  };
  const hz = (midi: number) => 440 * 2 ** ((midi - 69) / 12);
  const triad = (root: number, atRate = rate) => chord([root, root + 4, root + 7].map(hz), atRate, 1);

  it("rotate by as many classes as the music is transposed, but not with an octave or a gain", () => {
    const home = classes(triad(60));
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 12 }), gains, (semitones, gain) => {
        const moved = classes(amplified(triad(60 + semitones), gain));
        const back = moved.map((_, c) => moved[(c + semitones + 12) % 12]);
        expect(cosine(back, home)).toBeGreaterThan(0.93);
      }),
      { numRuns: 20, seed: 3 },
    );
    expect(cosine(classes(triad(60, 12000), 12000), home)).toBeGreaterThan(0.98);
    expect(cosine(classes(triad(66)), home)).toBeLessThan(0.9);
  });

  it("are even for noise", () => {
    const out = new Float64Array(12);
    const sum = new Float64Array(12);
    const fold = new ChromaFold(rate, LONG);
    eachSpectrum(noise(rate * 10), LONG, 1024, (power) => {
      fold.compute(power, out);
      for (let c = 0; c < 12; c++) sum[c] += out[c];
    });
    expect(Math.max(...sum) / Math.min(...sum)).toBeLessThan(1.3);
  });

  it("give a tone the same periodicity at any gain, pitch and rate", () => {
    const periodic = (signal: Float32Array, atRate = rate) =>
      new Periodicity(atRate, LONG).measure(middle(signal, LONG));
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 76 }), gains, (midi, gain) => {
        expect(periodic(amplified(chord([hz(midi)], rate, 1), gain))).toBeGreaterThan(0.9);
        expect(periodic(amplified(chord([hz(midi + 12)], rate, 1), gain))).toBeGreaterThan(0.9);
        expect(periodic(amplified(chord([hz(midi)], 12000, 1), gain), 12000)).toBeGreaterThan(0.9);
      }),
      { numRuns: 15, seed: 4 },
    );
    expect(periodic(impulse(3 * LONG, 1.5 * LONG))).toBeLessThan(0.1);
  });
});
