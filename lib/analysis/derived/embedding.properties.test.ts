import { describe, expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { amplified, chord, clicks, concatenate, cosine, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { type EmbeddingInput, embed, fourierMagnitude, rhythmValues, timbreValues } from "./embedding";
import { EMBEDDING_SCALE } from "./embedding-scale";

const RATE = 44100;
const ASPECTS = ["timbre", "rhythm", "harmony"] as const;

function vectors(signal: Float32Array, sampleRateHz = RATE): Embedding {
  const engine = createEngine({ sampleRateHz, channels: 1, pictures: false, values: ["embedding"] });
  engine.push([signal]);
  const { embedding } = engine.finish().features;
  if (!embedding) throw new Error("no embedding");
  return embedding;
}

/** Two bars of C Am F G over a beat, moved by semitones. */
function loop(semitones = 0, rate = RATE): Float32Array {
  const bar = 2;
  const tones = concatenate(
    ...[
      [48, 60, 64, 67],
      [45, 60, 64, 69],
      [41, 60, 65, 69],
      [43, 59, 62, 67],
    ].map((notes) =>
      chord(
        notes.map((midi) => 440 * 2 ** ((midi + semitones - 69) / 12)),
        rate,
        bar,
        0.12,
      ),
    ),
  );
  const beat = clicks(120, rate, 4 * bar);
  return tones.map((x, n) => 0.6 * x + 0.3 * (beat[n] ?? 0));
}

/** As neutral as an input can be: every value of the timbre at its mean. */
function input(changes: Partial<EmbeddingInput> = {}): EmbeddingInput {
  return {
    spectral: {
      centroidHz: 1800,
      spreadHz: 1500,
      rolloffHz: 3000,
      rolloff95Hz: 6000,
      flatness: 0.1,
      zeroCrossingRate: 2000,
      flux: 0.2,
      mfcc: new Array(20).fill(10),
      mfccVariance: new Array(20).fill(100),
      contrastDb: new Array(7).fill(30),
      slopeDbPerOctave: -5,
      confidence: 1,
    },
    timbre: {
      brightness: 0.4,
      warmth: 0.4,
      harmonicity: 0.8,
      attackSeconds: null,
      logAttackTime: null,
      temporalCentroid: 0.5,
      confidence: 1,
    },
    rhythm: { onsetsPerSecond: 4, beatStrength: 0.5 },
    tempo: { bpm: 120 },
    key: null,
    course: { singleShare: 0, soundingSeconds: 10, temporalCentroid: 0.5 },
    harmony: { chroma: Float64Array.of(0.4, 0, 0.1, 0, 0.2, 0, 0, 0.3, 0, 0, 0, 0), change: 0.2 },
    strengths: [0, 1, 2].map(() => Float64Array.from({ length: 1000 }, (_, i) => (i % 50 === 0 ? 10 : 0))),
    framesPerSecond: 100,
    ...changes,
  };
}

describe("the embedding of numbers", () => {
  it("has a scale for every value of timbre and rhythm, each with a positive deviation", () => {
    expect(timbreValues(input())).toHaveLength(EMBEDDING_SCALE.timbre.length);
    expect(rhythmValues(input())).toHaveLength(EMBEDDING_SCALE.rhythm.length);
    for (const [, deviation] of [...EMBEDDING_SCALE.timbre, ...EMBEDDING_SCALE.rhythm]) {
      expect(deviation).toBeGreaterThan(0);
    }
  });

  it("clips extreme values, so that one cannot dominate the vector", () => {
    const usual = input();
    const odd = input({ spectral: { ...usual.spectral, mfcc: [0, 1e6, ...new Array(18).fill(10)] } });
    expect(cosine(embed(odd).timbre, embed(usual).timbre)).toBeGreaterThan(0.5);
    expect(embed(odd).timbre).not.toEqual(embed(usual).timbre);
  });

  it("measures repetition in beats: twice the tempo with onsets twice as close gives the same", () => {
    const fast = input({
      tempo: { bpm: 240 },
      rhythm: { onsetsPerSecond: 8, beatStrength: 0.5 },
      strengths: [0, 1, 2].map(() => Float64Array.from({ length: 1000 }, (_, i) => (i % 25 === 0 ? 10 : 0))),
    });
    expect(cosine(embed(fast).rhythm, embed(input()).rhythm)).toBeGreaterThan(0.97);
  });

  it("has unit vectors even without tempo, key and pitch", () => {
    const bare = input({
      tempo: null,
      harmony: { chroma: new Float64Array(12), change: 0 },
      strengths: [0, 1, 2].map(() => new Float64Array(3)),
    });
    for (const aspect of ASPECTS) expect(Math.hypot(...embed(bare)[aspect])).toBeCloseTo(1, 3);
  });

  it("compares single sounds by their course, not by what repeats in them, and sets them apart from loops", () => {
    const single = (seconds: number, every: number) =>
      embed(
        input({
          course: { singleShare: 0.95, soundingSeconds: seconds, temporalCentroid: 0.2 },
          strengths: [0, 1, 2].map(() => Float64Array.from({ length: 300 }, (_, i) => (i % every === 0 ? 10 : 0))),
        }),
      ).rhythm;
    expect(cosine(single(0.3, 40), single(0.3, 17))).toBeGreaterThan(0.97);
    expect(cosine(single(0.3, 40), single(3, 40))).toBeLessThan(cosine(single(0.3, 40), single(0.4, 40)));
    expect(cosine(single(0.3, 40), embed(input()).rhythm)).toBeLessThan(0.4);
  });

  it("uses Fourier magnitudes, which rotating the pitch classes does not change", () => {
    const classes = [...noise(12, 1, 6)];
    const rotated = [...classes.slice(5), ...classes.slice(0, 5)];
    for (let k = 1; k <= 6; k++) expect(fourierMagnitude(rotated, k)).toBeCloseTo(fourierMagnitude(classes, k), 9);
    expect(fourierMagnitude([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], 2)).toBeCloseTo(1 / Math.sqrt(12), 12);
  });
});

describe("the embedding of audio", () => {
  const home = vectors(loop());

  it("hardly changes with gain, a little silence at the start or the sample rate", () => {
    for (const other of [
      vectors(amplified(loop(), 0.05)),
      vectors(concatenate(new Float32Array(RATE / 10), loop())),
      vectors(loop(0, 48_000), 48_000),
    ]) {
      for (const aspect of ASPECTS) expect(cosine(other[aspect], home[aspect])).toBeGreaterThan(0.93);
    }
  }, 20_000);

  it("keeps rhythm and harmony an octave higher, and changes the harmony a tritone higher", () => {
    const octave = vectors(loop(12));
    expect(cosine(octave.rhythm, home.rhythm)).toBeGreaterThan(0.8);
    expect(cosine(octave.harmony, home.harmony)).toBeGreaterThan(0.9);
    const tritone = vectors(loop(6));
    expect(cosine(tritone.harmony, home.harmony)).toBeLessThan(cosine(octave.harmony, home.harmony) - 0.2);
    expect(cosine(tritone.rhythm, home.rhythm)).toBeGreaterThan(0.8);
  }, 20_000);

  it("has length 1 for a sine, an impulse, a constant and noise, all of them far from music", () => {
    for (const signal of [
      sine(440, RATE, 2, 0.5),
      impulse(RATE, 300),
      new Float32Array(RATE).fill(0.4),
      noise(RATE * 2, 0.4),
    ]) {
      const found = vectors(signal);
      for (const aspect of ASPECTS) expect(Math.hypot(...found[aspect])).toBeCloseTo(1, 3);
      expect(cosine(found.timbre, home.timbre)).toBeLessThan(0.8);
    }
  }, 20_000);
});
