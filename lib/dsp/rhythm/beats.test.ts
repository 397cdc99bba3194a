import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clicks, noise } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { type BeatEstimate, estimateBeats, ONSET_LEAD_SECONDS } from "./beats";
import { loopFit } from "./loop-fit";
import { OnsetStrength } from "./onset-strength";

const RATE = 44100;
const FPS = 100;
const FFT = 2048;

/** Onset strengths of a signal, as the engine measures them. */
function strengthsOf(signal: Float32Array): Float64Array[] {
  const fft = new RealFft(FFT);
  const window = unitHannWindow(FFT);
  const power = new Float64Array(fft.bins);
  const onsets = new OnsetStrength(RATE, FFT);
  const slicer = new FrameSlicer(FFT, RATE / FPS, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    onsets.push(power);
  });
  slicer.push(signal);
  slicer.finish();
  onsets.finish();
  return onsets.strengths.map((list) => list.view());
}

function heard(strengths: Float64Array[], bpm: number): BeatEstimate {
  const estimate = estimateBeats({
    strengths,
    framesPerSecond: FPS,
    durationSeconds: strengths[0].length / FPS,
    bpm,
    chroma: new Float32Array(),
    chromaPerSecond: 11025 / 1024,
    path: null,
    activation: null,
  });
  if (!estimate) throw new Error("no beats");
  return estimate;
}

type Hit = { seconds: number; bands: readonly [number, number, number] };

/** Onset strengths of hits, each split between neighbouring frames and peaking when a real one would. */
function played(hits: Hit[], seconds: number, gain = 1): Float64Array[] {
  const strengths = [0, 1, 2].map(() => new Float64Array(Math.round(seconds * FPS)));
  for (const { seconds: at, bands } of hits) {
    const frame = (at - ONSET_LEAD_SECONDS) * FPS;
    const base = Math.max(1, Math.floor(frame));
    const part = frame - base;
    strengths.forEach((strength, band) => {
      for (const [offset, share] of [
        [-1, 0.4 * (1 - part)],
        [0, 1 - 0.6 * part],
        [1, 0.4 + 0.6 * part],
        [2, 0.4 * part],
      ]) {
        if (base + offset < strength.length) strength[base + offset] += gain * share * bands[band];
      }
    });
  }
  return strengths;
}

const KICK = [40, 10, 4] as const;
const SNARE = [4, 45, 30] as const;
const HAT = [0, 4, 22] as const;

/** A bar of hits, each at a place in beats, repeated. `time` turns beats into seconds. */
function pattern(
  bar: [number, Hit["bands"]][],
  beatsPerBar: number,
  bars: number,
  time: (beats: number) => number,
): Hit[] {
  return Array.from({ length: bars }, (_, index) =>
    bar.map(([place, bands]) => ({ seconds: time(index * beatsPerBar + place), bands })),
  ).flat();
}

const ROCK: [number, Hit["bands"]][] = [
  ...[0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((place): [number, Hit["bands"]] => [place, HAT]),
  [0, KICK],
  [2, KICK],
  [2.5, KICK],
  [1, SNARE],
  [3, SNARE],
];
const WALTZ: [number, Hit["bands"]][] = [
  [0, KICK],
  [1, HAT],
  [1, SNARE],
  [2, HAT],
  [2, SNARE],
];

const steadily =
  (bpm: number, start = 0.2) =>
  (beats: number) =>
    start + (beats * 60) / bpm;

/** Largest distance of a beat from the nearest true one, and how many true ones were found. */
function distances(beats: readonly number[], truth: readonly number[]): number[] {
  return beats.map((beat) => Math.min(...truth.map((seconds) => Math.abs(seconds - beat))));
}

describe("beats", () => {
  it.each([61.3, 93.7, 120, 171.9])("of clicks at %d BPM are within 5 ms, at exactly equal distances", (bpm) => {
    const { beats, steady, stability } = heard(strengthsOf(clicks(bpm, RATE, 20, 0.3)), bpm * 1.002);
    const truth = Array.from({ length: Math.floor((19.7 * bpm) / 60) }, (_, beat) => 0.3 + (beat * 60) / bpm);
    expect(beats.length).toBeGreaterThanOrEqual(truth.length - 1);
    expect(Math.max(...distances(truth, beats))).toBeLessThan(0.005);
    expect(steady).toBe(true);
    expect(stability).toBe(1);
    const intervals = beats.slice(1).map((beat, i) => beat - beats[i]);
    expect(Math.max(...intervals) - Math.min(...intervals)).toBeLessThan(1e-9);
  });

  it("follow a tempo that varies by two per cent", () => {
    const swaying = (beats: number) => 0.5 + (60 / 110) * (beats + 0.02 * 5 * Math.sin(beats / 5));
    const { beats, steady, stability } = heard(played(pattern(ROCK, 4, 16, swaying), 36), 110);
    const truth = Array.from({ length: 64 }, (_, beat) => swaying(beat));
    expect(Math.max(...distances(truth, beats))).toBeLessThan(0.04);
    expect(steady).toBe(false);
    expect(stability).toBeGreaterThan(0.4);
    expect(stability).toBeLessThan(0.9);
  });

  it("move with the music, and do not depend on how loud it is", () => {
    const hits = pattern(ROCK, 4, 12, steadily(104));
    const before = heard(played(hits, 30), 104);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (shift, gain) => {
          const moved = hits.map(({ seconds, bands }) => ({ seconds: seconds + shift, bands }));
          const after = heard(played(moved, 32, gain), 104);
          const shifted = before.beats.map((beat) => beat + shift);
          expect(Math.max(...distances(after.beats.slice(1, -1), shifted))).toBeLessThan(0.005);
          expect(after.meter.beatsPerBar).toBe(before.meter.beatsPerBar);
        },
      ),
      { numRuns: 15, seed: 3 },
    );
  });
});

describe("metre and bars", () => {
  it.each([92, 120, 150])("of a rock beat at %d BPM are four, from the kick on", (bpm) => {
    const { meter, downbeats } = heard(played(pattern(ROCK, 4, 10, steadily(bpm)), (42 * 60) / bpm), bpm);
    expect(meter).toMatchObject({ beatsPerBar: 4, beatUnit: 4 });
    const strong = Array.from({ length: 20 }, (_, half) => steadily(bpm)(half * 2));
    expect(Math.max(...distances(downbeats, strong))).toBeLessThan(0.01);
  });

  it.each([96, 138, 174])("of a waltz at %d BPM are three, from the bass on", (bpm) => {
    const { meter, downbeats } = heard(played(pattern(WALTZ, 3, 16, steadily(bpm)), (50 * 60) / bpm), bpm);
    expect(meter).toMatchObject({ beatsPerBar: 3, beatUnit: 4 });
    const bass = Array.from({ length: 17 }, (_, bar) => steadily(bpm)(bar * 3));
    expect(Math.max(...distances(downbeats, bass))).toBeLessThan(0.01);
  });

  it("are six-eight with two beats a bar if beats are cut into three", () => {
    const bar = [0, 1 / 3, 2 / 3, 1, 4 / 3, 5 / 3].map((place): [number, Hit["bands"]] => [place, HAT]);
    const drums: [number, Hit["bands"]][] = [...bar, [0, KICK], [1, SNARE]];
    const { meter, beats, downbeats, swingRatio } = heard(played(pattern(drums, 2, 16, steadily(64)), 31), 64);
    expect(meter).toMatchObject({ beatsPerBar: 6, beatUnit: 8 });
    expect(Math.abs(beats.length - downbeats.length * 2)).toBeLessThanOrEqual(1);
    expect(swingRatio).toBeNull();
  });
});

describe("swing", () => {
  it.each([1, 1.4, 2])("of ratio %d is measured", (ratio) => {
    const swung = (beats: number) => {
      const within = beats - Math.floor(beats);
      return steadily(118)(Math.floor(beats) + (within === 0.5 ? ratio / (1 + ratio) : within));
    };
    const found = heard(played(pattern(ROCK, 4, 12, swung), 26), 118).swingRatio;
    expect(Math.abs((found ?? 0) / ratio - 1)).toBeLessThan(0.08);
  });

  it("is null if nothing sounds between the beats", () => {
    const beats = Array.from({ length: 32 }, (_, beat): Hit => ({ seconds: steadily(100)(beat), bands: KICK }));
    expect(heard(played(beats, 20), 100).swingRatio).toBeNull();
  });
});

describe("what has no beats", () => {
  const input = {
    framesPerSecond: FPS,
    bpm: 120,
    chroma: new Float32Array(),
    chromaPerSecond: 10,
    path: null,
    activation: null,
  };
  it("is silence, and what is shorter than four beats", () => {
    const silent = [0, 1, 2].map(() => new Float64Array(500));
    expect(estimateBeats({ ...input, strengths: silent, durationSeconds: 5 })).toBeNull();
    const short = played(pattern(ROCK, 4, 1, steadily(120)), 1.3);
    expect(estimateBeats({ ...input, strengths: short, durationSeconds: 1.3 })).toBeNull();
  });

  it("is one hit in a faint flutter", () => {
    const flutter = [0, 1, 2].map(() => Float64Array.from({ length: 600 }, (_, i) => (i % 50 === 10 ? 1e-6 : 0)));
    flutter[1][310] = 100;
    expect(estimateBeats({ ...input, strengths: flutter, durationSeconds: 6 })).toBeNull();
  });

  it("gives ordered, finite values for any onsets at all", () => {
    const anything = fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(anything, fc.double({ min: 40, max: 240, noNaN: true }), (values, bpm) => {
        const strengths = [0, 1, 2].map((band) =>
          Float64Array.from(values, (value, i) => (i % 3 === band ? value : 0)),
        );
        const durationSeconds = values.length / FPS;
        const found = estimateBeats({ ...input, bpm, strengths, durationSeconds });
        if (!found) return;
        expect([found.stability, found.swingRatio ?? 1, found.meter.confidence].every(Number.isFinite)).toBe(true);
        expect([...found.beats].sort((a, b) => a - b)).toEqual(found.beats);
        expect(found.downbeats.every((beat) => found.beats.includes(beat))).toBe(true);
        expect(found.beats.every((beat) => beat >= 0 && beat < durationSeconds)).toBe(true);
        expect(found.meter.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it("gives finite beats inside the file even for noise", () => {
    const { beats, stability, meter } = heard(strengthsOf(noise(RATE * 8, 0.5)), 120);
    expect(beats.every((beat) => beat >= 0 && beat <= 8)).toBe(true);
    expect([...beats].sort((a, b) => a - b)).toEqual(beats);
    for (const share of [stability, meter.confidence]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});

describe("loopFit", () => {
  const beats = Array.from({ length: 16 }, (_, beat) => beat * 0.5);
  it("counts the bars of a whole loop, but not if the file is longer or starts between beats", () => {
    expect(loopFit(beats, 4, 8)).toEqual({ bars: 4, startsOnGrid: true, endsOnGrid: true });
    expect(loopFit(beats, 4, 8.5)).toEqual({ bars: null, startsOnGrid: true, endsOnGrid: true });
    expect(loopFit(beats, 4, 8.2)).toEqual({ bars: null, startsOnGrid: true, endsOnGrid: false });
    const late = beats.map((beat) => beat + 0.2);
    expect(loopFit(late, 4, 8)).toEqual({ bars: null, startsOnGrid: false, endsOnGrid: false });
  });
});
