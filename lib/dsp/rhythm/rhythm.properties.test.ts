import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amplified,
  chord,
  clicks,
  concatenate,
  cosine,
  eachSpectrum,
  impulse,
  noise,
  sine,
} from "@/lib/dsp/testing/test-signals";
import { windowedAutocorrelation } from "@/lib/dsp/transform/autocorrelation";
import { estimateBeats } from "./beats";
import { onsetEvents, pulseClarity, summedStrength } from "./onset-events";
import { OnsetStrength } from "./onset-strength";
import { estimateTempo } from "./tempo";

const RATE = 44100;
const FPS = 100;
const HOP = RATE / FPS;
const SIZE = 2048;

function strengthsOf(signal: Float32Array, rate = RATE): Float64Array[] {
  const onsets = new OnsetStrength(rate, SIZE);
  eachSpectrum(signal, SIZE, rate / FPS, (power) => onsets.push(power));
  onsets.finish();
  return onsets.strengths.map((list) => list.view());
}

const sumOf = (signal: Float32Array, rate = RATE) => summedStrength(strengthsOf(signal, rate));
const largest = (values: Float64Array, from = 0, to = values.length) => Math.max(...values.subarray(from, to));

function tempoOf(signal: Float32Array, rate = RATE) {
  const strengths = strengthsOf(signal, rate);
  return estimateTempo({ strengths, framesPerSecond: FPS, durationSeconds: signal.length / rate, activation: null });
}

function bpmOf(signal: Float32Array, rate = RATE): number {
  const tempo = tempoOf(signal, rate);
  return tempo.found ? tempo.bpm : Number.NaN;
}

/** A chord struck on every beat. */
function struck(bpm: number, root: number, seconds: number): Float32Array {
  const hz = [0, 4, 7].map((step) => 440 * 2 ** ((root + step - 69) / 12));
  const beat = chord(hz, RATE, 60 / bpm, 0.3);
  const faded = beat.map((x, n) => x * Math.exp((-6 * n) / RATE));
  return concatenate(...Array.from({ length: Math.round((seconds * bpm) / 60) }, () => faded));
}

describe("onset strength", () => {
  it("of an impulse is one rise in every band, as long as a window", () => {
    for (const band of strengthsOf(impulse(RATE, RATE / 2))) {
      expect(largest(band)).toBeGreaterThan(5);
      expect(Math.abs(band.indexOf(largest(band)) - FPS / 2)).toBeLessThanOrEqual(3);
      expect(largest(band, 0, 45)).toBe(0);
      expect(largest(band, 56)).toBe(0);
    }
  });

  it("of a constant or a steady sine is 0 once they have begun", () => {
    for (const signal of [new Float32Array(RATE).fill(0.5), sine(500, RATE, 1, 0.5)]) {
      expect(largest(sumOf(signal), 10, 90)).toBeLessThan(0.05);
    }
  });

  it("of noise is far below that of a hit", () => {
    const hiss = noise(RATE * 2, 0.02);
    const stroke = clicks(60, RATE, 2, 0.5);
    const both = sumOf(stroke.map((x, n) => x + hiss[n]));
    expect(largest(both, 40, 60)).toBeGreaterThan(3 * largest(both, 10, 40));
  });

  it("comes later if the signal does, frame by frame", () => {
    const signal = clicks(97, RATE, 4, 0.1);
    const reference = strengthsOf(signal);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 150 }), (frames) => {
        const late = strengthsOf(concatenate(new Float32Array(frames * HOP), signal));
        late.forEach((band, index) => {
          const expected = reference[index];
          // The last frames see more silence than those of the signal alone.
          for (let i = 0; i < expected.length - 3; i++) expect(band[i + frames]).toBeCloseTo(expected[i], 6);
        });
      }),
      { numRuns: 5, seed: 1 },
    );
  });

  it("is the same at 48 kHz as at 44.1 kHz", () => {
    const [a, b] = [sumOf(clicks(113, RATE, 6)), sumOf(clicks(113, 48000, 6), 48000)];
    expect(b.length).toBe(a.length);
    expect(cosine(a, b)).toBeGreaterThan(0.97);
  });
});

describe("what is counted in onset strengths", () => {
  const strength = sumOf(clicks(124, RATE, 10, 0.05));

  it("does not change with level, time or frame rate: as many onsets, as clear a pulse", () => {
    const count = onsetEvents(strength, FPS).count;
    const clarity = pulseClarity(strength, FPS);
    expect(count).toBe(21);
    for (const [signal, rate] of [
      [amplified(clicks(124, RATE, 10, 0.05), 0.01), RATE],
      [concatenate(new Float32Array(RATE / 2), clicks(124, RATE, 10, 0.05)), RATE],
      [clicks(124, 48000, 10, 0.05), 48000],
    ] as const) {
      const other = sumOf(signal, rate);
      expect(onsetEvents(other, FPS).count).toBe(count);
      expect(Math.abs(pulseClarity(other, FPS) - clarity)).toBeLessThan(0.05);
    }
  });

  it("has the same autocorrelation at any scale and offset", () => {
    const reference = windowedAutocorrelation(strength, 500, 200);
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (scale, offset) => {
          const moved = windowedAutocorrelation(
            strength.map((x) => scale * (x + offset)),
            500,
            200,
          );
          moved.forEach((value, lag) => {
            expect(value).toBeCloseTo(reference[lag], 6);
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("the tempo of audio", () => {
  it("does not change with gain, a constant offset, silence before, or the sample rate", () => {
    const signal = clicks(117.3, RATE, 14);
    expect(Math.abs(bpmOf(signal) - 117.3)).toBeLessThan(0.1);
    for (const [other, rate] of [
      [amplified(signal, 0.003), RATE],
      [signal.map((x) => x + 0.3), RATE],
      [concatenate(new Float32Array(31_234), signal), RATE],
      [clicks(117.3, 48000, 14), 48000],
    ] as const) {
      expect(Math.abs(bpmOf(other, rate) - 117.3)).toBeLessThan(0.1);
    }
  }, 20_000);

  it("does not change with an octave", () => {
    const [low, high] = [bpmOf(struck(104, 57, 14)), bpmOf(struck(104, 69, 14))];
    expect(Math.abs(low - 104)).toBeLessThan(0.2);
    expect(Math.abs(high - low)).toBeLessThan(0.2);
  }, 20_000);

  it("is not found in noise, a constant, a sine or an impulse", () => {
    for (const signal of [
      noise(RATE * 14, 0.5),
      new Float32Array(RATE * 8).fill(0.5),
      sine(220, RATE, 8, 0.5),
      impulse(RATE * 8, RATE),
    ]) {
      expect(tempoOf(signal).found).toBe(false);
    }
  }, 20_000);
});

describe("the beats of audio", () => {
  const beatsOf = (signal: Float32Array, bpm: number, rate = RATE) =>
    estimateBeats({
      strengths: strengthsOf(signal, rate),
      framesPerSecond: FPS,
      durationSeconds: signal.length / rate,
      bpm,
      chroma: new Float32Array(),
      chromaPerSecond: 11025 / 1024,
      path: null,
      activation: null,
    })?.beats ?? [];

  it("come later by any silence put before, and are the same at any gain and rate", () => {
    const bpm = 108;
    const signal = clicks(bpm, RATE, 12, 0.2);
    const apart = (beats: readonly number[], delay: number) =>
      Math.max(
        ...beats.map((beat) => {
          const count = ((beat - 0.2 - delay) * bpm) / 60;
          return (Math.abs(count - Math.round(count)) * 60) / bpm;
        }),
      );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: RATE }), fc.double({ min: -50, max: 6, noNaN: true }), (delay, db) => {
        const moved = concatenate(new Float32Array(delay), amplified(signal, 10 ** (db / 20)));
        const beats = beatsOf(moved, bpm);
        expect(beats.length).toBeGreaterThanOrEqual(20);
        expect(apart(beats, delay / RATE)).toBeLessThan(0.006);
      }),
      { numRuns: 5, seed: 7 },
    );
    expect(apart(beatsOf(clicks(bpm, 48000, 12, 0.2), bpm, 48000), 0)).toBeLessThan(0.006);
  }, 20_000);

  it("are none in a constant and after a single impulse", () => {
    expect(beatsOf(new Float32Array(RATE * 6), 120)).toEqual([]);
    expect(beatsOf(impulse(RATE * 6, RATE), 120)).toEqual([]);
  });
});
