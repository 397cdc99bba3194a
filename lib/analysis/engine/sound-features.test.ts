import { describe, expect, it, vi } from "vitest";
import { VALUE_NAMES, type ValueName } from "@/lib/analysis/record/measured-values";
import type { Features } from "@/lib/analysis/record/schema";
import { matchFingerprints } from "@/lib/dsp/spectrum/fingerprint-match";
import { chord, clicks, concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { createEngine } from "./engine";

// Most tests measure several recordings, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const RATE = 44100;

function analyze(channels: Float32Array[], values?: readonly ValueName[], sampleRateHz = RATE): Features {
  const engine = createEngine({
    sampleRateHz,
    channels: channels.length,
    pictures: false,
    ...(values && { values }),
  });
  engine.push(channels);
  return engine.finish().features;
}

const hzOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12);
const pluck = (midi: number, seconds = 1.5) => chord([hzOf(midi)], RATE, seconds, 0.4);
const hit = (decay = 3000, seed = 1) => noise(RATE, 0.8, seed).map((x, n) => x * Math.exp(-n / decay));

/** Bars of a chord sequence over a beat. */
function music(tonic: number, bpm: number, degrees: number[], bars: number, minor = false): Float32Array {
  const bar = 240 / bpm;
  const parts = Array.from({ length: bars }, (_, i) => {
    const root = tonic + (degrees[i % degrees.length] ?? 0);
    return chord([root - 12, root, root + (minor ? 3 : 4), root + 7].map(hzOf), RATE, bar, 0.12);
  });
  const tones = concatenate(...parts);
  const beat = clicks(bpm, RATE, tones.length / RATE);
  return tones.map((x, n) => 0.5 * x + 0.3 * (beat[n] ?? 0));
}

describe("a single plucked note", () => {
  const features = analyze([pluck(57)]);

  it("is a one-shot with its note, a short attack and a harmonic timbre", () => {
    expect(features.kind).toMatchObject({ label: "one-shot" });
    expect(features.pitch).toMatchObject({ note: "A3" });
    expect(Math.abs(features.pitch?.cents ?? 99)).toBeLessThan(5);
    expect(features.timbre?.harmonicity).toBeGreaterThan(0.9);
    expect(features.timbre?.attackSeconds).toBeLessThan(0.02);
    expect(features.notApplicable.sections?.code).toBe("not_a_track");
    expect(features.description).toContain("A3");
  });

  it("moves by twelve semitones without changing its cents", () => {
    const higher = analyze([pluck(69)]).pitch;
    expect(higher?.note).toBe("A4");
    expect(Math.abs((higher?.cents ?? 99) - (features.pitch?.cents ?? 0))).toBeLessThan(4);
  });
});

describe("a drum hit", () => {
  it("is a one-shot without a note, noisy and bright", () => {
    const features = analyze([hit()]);
    expect(features.kind?.label).toBe("one-shot");
    expect(features.notApplicable.pitch?.code).toBe("unpitched");
    expect(features.timbre?.harmonicity).toBeLessThan(0.35);
    expect(features.timbre?.brightness).toBeGreaterThan(0.7);
  });
});

describe("four bars on the grid", () => {
  it("are a loop with a strong beat and no single note", () => {
    const features = analyze([music(57, 120, [0, 5, 7, 0], 4)]);
    expect(features.kind?.label).toBe("loop");
    expect(features.rhythm?.beatStrength).toBeGreaterThan(0.4);
    expect(features.rhythm?.onsetsPerSecond).toBeGreaterThan(1.5);
    expect(features.notApplicable.pitch?.code).toBe("not_a_single_sound");
    expect(features.timbre?.attackSeconds).toBeNull();
  });
});

describe("a long piece of two unlike parts", () => {
  it("is a track with a boundary between them", () => {
    const verse = music(57, 120, [0, 5], 16, true);
    const chorus = chord([64, 68, 71, 76].map(hzOf), RATE, 2, 0.2);
    const second = concatenate(...Array.from({ length: 16 }, () => chorus.map((x, n) => x + 0.05 * (verse[n] ?? 0))));
    const features = analyze([concatenate(new Float32Array(RATE), verse, second)]);
    expect(features.kind?.label).toBe("track");
    expect(features.sections?.length).toBeGreaterThan(1);
    const starts = (features.sections ?? []).map(({ startSeconds }) => startSeconds);
    expect(Math.min(...starts.map((start) => Math.abs(start - 33)))).toBeLessThan(2);
    expect(features.sections?.at(-1)?.endSeconds).toBeCloseTo(65, 5);
  });
});

describe("level", () => {
  it("reports clipping, offset and silence at the edges", () => {
    const clipped = sine(100, RATE, 1, 1.5).map((x) => Math.max(-1, Math.min(1, x)));
    const { loudness } = analyze([concatenate(new Float32Array(RATE / 2), clipped, new Float32Array(RATE / 4))]);
    expect(loudness.clippingRuns).toBe(200);
    expect(loudness.headSilenceSeconds).toBeCloseTo(0.5, 2);
    expect(loudness.tailSilenceSeconds).toBeCloseTo(0.25, 2);
    expect(analyze([sine(100, RATE, 1, 0.4).map((x) => x - 0.2)]).loudness.dcOffset).toBeCloseTo(-0.2, 4);
  });
});

describe("the embedding", () => {
  const cosine = (a: readonly number[] = [], b: readonly number[] = []) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const vectors = (signal: Float32Array) => {
    const { embedding } = analyze([signal], ["embedding"]);
    if (!embedding) throw new Error("no embedding");
    return embedding;
  };
  const song = music(57, 120, [0, 5, 7, 0], 8);

  it("has three vectors of length 1 with 96 dimensions in all", () => {
    const { timbre, rhythm, harmony } = vectors(song);
    expect([timbre.length, rhythm.length, harmony.length]).toEqual([40, 32, 24]);
    for (const vector of [timbre, rhythm, harmony]) expect(cosine(vector, vector)).toBeCloseTo(1, 3);
  });

  it("hardly moves with the gain", () => {
    const [loud, quiet] = [vectors(song), vectors(song.map((x) => x * 0.1))];
    for (const aspect of ["timbre", "rhythm", "harmony"] as const) {
      expect(cosine(loud[aspect], quiet[aspect])).toBeGreaterThan(0.99);
    }
  });

  it("puts plucked notes nearer to each other than to drum hits in timbre", () => {
    const [low, high, drum, other] = [pluck(50), pluck(54), hit(), hit(2000, 5)].map(
      (signal) => vectors(signal).timbre,
    );
    expect(cosine(low, high)).toBeGreaterThan(cosine(low, drum) + 0.3);
    expect(cosine(drum, other)).toBeGreaterThan(cosine(high, other) + 0.3);
  });

  it("hears the same rhythm at another tempo", () => {
    const [slow, fast] = [music(57, 96, [0, 5], 8), music(57, 126, [0, 5], 8)].map((signal) => vectors(signal).rhythm);
    const pad = chord([57, 61, 64].map(hzOf), RATE, 8, 0.2).map((x) => x);
    expect(cosine(slow, fast)).toBeGreaterThan(cosine(slow, vectors(pad).rhythm) + 0.3);
  });

  it("puts the key a fifth away nearer than the key a tritone away in harmony", () => {
    const progression = [0, 5, 7, 0];
    const [home, fifth, tritone] = [57, 64, 63].map((tonic) => vectors(music(tonic, 120, progression, 8)).harmony);
    expect(cosine(home, fifth)).toBeGreaterThan(cosine(home, tritone) + 0.1);
    expect(cosine(home, vectors(hit()).harmony)).toBeLessThan(cosine(home, fifth));
  });
});

describe("the fingerprint in the record", () => {
  it("is found again in the quieter, noisier copy and not in another piece", () => {
    const stored = (signal: Float32Array) =>
      new Uint8Array(Buffer.from(analyze([signal], ["fingerprint"]).fingerprint ?? "", "base64"));
    const song = music(57, 120, [0, 5, 7, 0], 6);
    const hiss = noise(song.length, 0.003, 9);
    const copy = song.map((x, n) => 0.5 * x + (hiss[n] ?? 0));
    expect(matchFingerprints(stored(song), stored(copy)).similarity).toBeGreaterThan(0.7);
    expect(matchFingerprints(stored(song), stored(music(60, 97, [0, 8, 3], 6, true))).similarity).toBeLessThan(0.5);
  });
});

describe("asking for one value", () => {
  it.each(VALUE_NAMES.filter((name) => name !== "loudness"))(
    "gives %s as if all were measured, and leaves out the rest",
    (name) => {
      const signal = [pluck(57), pluck(57).map((x) => x * 0.7)];
      const all = analyze(signal);
      const one = analyze(signal, [name]);
      expect(one[name]).toEqual(all[name]);
      expect(one.notApplicable).toEqual(all.notApplicable[name] ? { [name]: all.notApplicable[name] } : {});
      for (const other of VALUE_NAMES.filter((candidate) => candidate !== name && candidate !== "loudness")) {
        expect(one[other]).toBeNull();
      }
      expect(one.loudness.integratedLufs).toBeNull();
    },
  );
});

describe("extremes", () => {
  it.each([
    ["noise", noise(RATE * 4, 0.9)],
    ["DC", new Float32Array(RATE * 2).fill(0.7)],
    ["one impulse", Float32Array.from({ length: RATE }, (_, n) => (n === 100 ? 1 : 0))],
    ["a very quiet sine", sine(440, RATE, 2, 2e-5)],
    ["a square wave at full scale", sine(50, RATE, 2).map(Math.sign)],
  ])("%s gives finite values in their ranges", (_, signal) => {
    const features = analyze([signal, signal]);
    expect(JSON.stringify(features)).not.toMatch(/NaN|Infinity/);
    for (const score of Object.values(features.perceptual ?? {})) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it("noise is neither speech nor danceable, and has no note", () => {
    const features = analyze([noise(RATE * 8, 0.5)]);
    expect(features.perceptual?.speechiness).toBeLessThan(0.1);
    expect(features.perceptual?.danceability).toBeLessThan(0.2);
    expect(features.pitch).toBeNull();
  });
});
