import Meyda from "meyda";
import { describe, expect, it } from "vitest";
import { SpectrumStream } from "@/lib/analysis/engine/spectrum-stream";
import { melBank } from "@/lib/dsp/spectrum/mel";
import { noise, sine } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { SpectralListener } from "./spectral";

const RATE = 44100;
const SIZE = 2048;
const RATES = { analysisRateHz: RATE, fftSize: SIZE, melBands: 96, cepstralCoefficients: 20 };

function shape(signal: Float32Array) {
  const fft = new RealFft(SIZE);
  const window = unitHannWindow(SIZE);
  const power = new Float64Array(fft.bins);
  const mel = new Float64Array(96);
  const bank = melBank({ sampleRateHz: RATE, fftSize: SIZE, bands: 96, lowHz: 30, highHz: 16000 });
  const listener = new SpectralListener(RATES);
  const stream = new SpectrumStream(RATES, [listener]);
  for (let start = 0; start + SIZE <= signal.length; start += 441) {
    fft.power(signal, start, window, power);
    bank.apply(power, mel);
    stream.push(power, mel);
  }
  const result = listener.finish(RATE);
  if (!result.value) throw new Error("nothing measured");
  return result.value;
}

describe("the Meyda functions that are used", () => {
  const spectrum = Float32Array.of(0, 1, 2, 3, 2);
  const { spectralCentroid, spectralSpread, spectralFlatness } = Meyda.featureExtractors;

  it("give the published definitions, in bins", () => {
    expect(spectralCentroid({ ampSpectrum: spectrum })).toBeCloseTo(22 / 8, 10);
    expect(spectralSpread({ ampSpectrum: spectrum })).toBeCloseTo(Math.sqrt(68 / 8 - (22 / 8) ** 2), 10);
    expect(spectralFlatness({ ampSpectrum: Float32Array.of(1, 2, 4) })).toBeCloseTo(2 / (7 / 3), 10);
  });

  it("are undefined for silence, which is why silent frames are left out", () => {
    const empty = new Float32Array(5);
    expect(spectralCentroid({ ampSpectrum: empty })).toBeNaN();
    expect(spectralFlatness({ ampSpectrum: empty })).toBeNaN();
  });
});

describe("the spectral features", () => {
  it("put a sine's centroid and rolloff at its frequency, with hardly any spread or flatness", () => {
    const tone = shape(sine(2000, RATE, 1, 0.5));
    expect(tone.centroidHz).toBeCloseTo(2000, -1);
    expect(Math.abs(tone.rolloffHz - 2000)).toBeLessThan(RATE / SIZE);
    expect(tone.spreadHz).toBeLessThan(80);
    expect(tone.flatness).toBeLessThan(0.01);
    expect(tone.flux).toBeLessThan(0.01);
  });

  it("are flat for white noise, with the centroid at half the band", () => {
    const hiss = shape(noise(RATE));
    expect(hiss.centroidHz).toBeGreaterThan(10500);
    expect(hiss.centroidHz).toBeLessThan(11500);
    expect(hiss.flatness).toBeGreaterThan(0.8);
    expect(Math.abs(hiss.rolloffHz - 0.85 * 22050)).toBeLessThan(300);
    // Rayleigh-distributed magnitudes that share three quarters of their samples or less.
    expect(hiss.flux).toBeGreaterThan(0.2);
  });

  it("are the same at any gain, except for the first cepstral coefficient", () => {
    const loud = shape(noise(RATE, 0.5));
    const quiet = shape(noise(RATE, 0.005));
    for (const name of ["centroidHz", "spreadHz", "rolloffHz", "flatness", "flux"] as const) {
      expect(quiet[name]).toBeCloseTo(loud[name], 1);
    }
    for (let c = 1; c < 20; c++) expect(quiet.mfcc[c]).toBeCloseTo(loud.mfcc[c] ?? Number.NaN, 2);
    // 40 dB in each of 96 bands under the orthonormal transform.
    expect((loud.mfcc[0] ?? 0) - (quiet.mfcc[0] ?? 0)).toBeCloseTo(40 * Math.sqrt(96), 1);
  });

  it("are absent in silence, with a reason", () => {
    const listener = new SpectralListener(RATES);
    new SpectrumStream(RATES, [listener]).push(new Float64Array(SIZE / 2 + 1), new Float64Array(96));
    expect(listener.finish(RATE)).toMatchObject({ value: null, absent: { code: "silence" } });
  });
});
