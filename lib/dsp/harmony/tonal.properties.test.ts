import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amplified,
  chord,
  concatenate,
  cosine,
  eachSpectrum,
  impulse,
  noise,
  sine,
} from "@/lib/dsp/testing/test-signals";
import { decodeChords, NO_CHORD } from "./chords";
import { ChromaTimeline, sumChroma } from "./chroma-timeline";
import { estimateTuning, type FineChroma, foldToPitchClasses, HpcpExtractor, tuningOf } from "./hpcp";
import { estimateKey } from "./key";
import { cents, notePitch } from "./note-pitch";
import { foldRows } from "./pitch-rows";

/** Quarters of 44.1 and 48 kHz, as the engine listens. */
const RATE = 11025;
const OTHER_RATE = 12000;
const SIZE = 4096;
const HOP = 1024;
/** Of a timeline that has not grown. */
const FRAMES_PER_ROW = 2;
const hzOf = (midi: number, offCents = 0) => 440 * 2 ** ((midi - 69 + offCents / 100) / 12);

function rowsOf(signal: Float32Array, rate = RATE): FineChroma[] {
  const hpcp = new HpcpExtractor(rate, SIZE);
  const timeline = new ChromaTimeline();
  eachSpectrum(signal, SIZE, HOP, (power) => {
    hpcp.add(power, timeline.frame);
    timeline.advance();
  });
  return timeline.finish();
}

/** C Am F G C with a bass, moved by semitones and cents. */
function cadence(semitones = 0, rate = RATE, offCents = 0): Float32Array {
  const triads: [number, number[]][] = [
    [0, [0, 4, 7]],
    [-3, [0, 3, 7]],
    [-7, [0, 4, 7]],
    [-5, [0, 4, 7]],
    [0, [0, 4, 7]],
  ];
  return concatenate(
    ...triads.map(([root, steps]) => {
      const notes = [root + 36, ...steps.map((step) => root + 60 + step)];
      return chord(
        notes.map((note) => hzOf(note + semitones, offCents)),
        rate,
        1.2,
      );
    }),
  );
}

const trebleOf = (signal: Float32Array, rate = RATE) => sumChroma(rowsOf(signal, rate)).treble;

function readingOf(signal: Float32Array, rate = RATE) {
  const rows = rowsOf(signal, rate);
  const key = estimateKey(rows);
  if (!key.found || !key.readings[0]) throw new Error("no key");
  const chords = decodeChords(foldRows(rows, key.tuning?.cents ?? 0), 2);
  const sounding = chords.filter(({ chord: label }) => label !== NO_CHORD);
  return { key: key.readings[0], cents: key.tuning?.cents ?? 99, chords: sounding };
}

const labels = ({ chords }: ReturnType<typeof readingOf>) => chords.map(({ chord: label }) => label);
const HOME = readingOf(cadence());
const CADENCE = [0, 21, 5, 7, 0];

const gains = fc.double({ min: -60, max: 12, noNaN: true });
const decibels = (db: number) => 10 ** (db / 20);

describe("pitch class profiles", () => {
  const folded = (signal: Float32Array, rate = RATE) => foldToPitchClasses(trebleOf(signal, rate), 0);
  const triad = (root: number, rate = RATE) =>
    chord(
      [root, root + 4, root + 7].map((midi) => hzOf(midi)),
      rate,
      2,
    );

  it("have a sine in the bin of its pitch, to ten cents", () => {
    for (const offset of [0, 30, -40]) {
      const fine = trebleOf(sine(hzOf(69, offset), RATE, 2, 0.5));
      const total = fine.reduce((sum, value) => sum + value, 0);
      const bin = (offset / 10 + 120) % 120;
      expect(fine[bin] + fine[(bin + 1) % 120] + fine[(bin + 119) % 120]).toBeGreaterThan(0.95 * total);
    }
  });

  it("keep their shape an octave higher, later, at another rate and over a constant offset", () => {
    const home = folded(triad(60));
    for (const [signal, rate] of [
      [triad(72), RATE],
      [triad(60, OTHER_RATE), OTHER_RATE],
      [concatenate(new Float32Array(5000), triad(60)), RATE],
      [triad(60).map((x) => x + 0.3), RATE],
    ] as const) {
      expect(cosine(folded(signal, rate), home)).toBeGreaterThan(0.97);
    }
    expect(cosine(folded(triad(61)), home)).toBeLessThan(0.5);
  });

  it("do not let any class stand out for noise, and are empty for silence", () => {
    const classes = folded(noise(RATE * 12));
    const total = classes.reduce((sum, value) => sum + value, 0);
    // Not even: 260 to 2600 Hz are three octaves and a third, and the third is counted once more.
    expect(Math.max(...classes) / total).toBeLessThan(0.14);
    expect(Math.min(...classes) / total).toBeGreaterThan(0.05);
    expect(Math.max(...folded(new Float32Array(RATE)))).toBe(0);
  });
});

describe("tuning", () => {
  const found = (offset: number, octaves: number, gain = 1, rate = RATE) =>
    estimateTuning(trebleOf(amplified(cadence(12 * octaves, rate, offset), gain), rate));

  it("is the same at any gain, an octave higher and at another rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: -45, max: 45 }), gains, fc.boolean(), fc.boolean(), (offset, gain, up, other) => {
        const { cents: measured, clarity } = found(offset, up ? 1 : 0, decibels(gain), other ? OTHER_RATE : RATE);
        expect(Math.abs(measured - offset)).toBeLessThan(6);
        expect(clarity).toBeGreaterThan(0.6);
      }),
      { numRuns: 10, seed: 9 },
    );
  }, 20_000);

  it("is unclear for noise and an impulse, and not given for silence", () => {
    expect(tuningOf(sumChroma(rowsOf(noise(RATE * 4)))).clarity).toBeLessThan(0.2);
    expect(tuningOf(sumChroma(rowsOf(impulse(RATE, RATE / 2)))).clarity).toBeLessThan(0.5);
    expect(tuningOf(sumChroma(rowsOf(new Float32Array(RATE))))).toEqual({ cents: 0, clarity: 0 });
  });
});

describe("key and chords of audio", () => {
  it("are those that are played", () => {
    expect(HOME.key).toMatchObject({ tonic: 0, mode: "major" });
    expect(labels(HOME)).toEqual(CADENCE);
  });

  it("do not change with gain, a constant offset, silence around them or the sample rate", () => {
    fc.assert(
      fc.property(gains, fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.boolean(), (gain, offset, other) => {
        const rate = other ? OTHER_RATE : RATE;
        const signal = amplified(cadence(0, rate), decibels(gain)).map((x) => x + offset * decibels(gain));
        const found = readingOf(signal, rate);
        expect(found.key).toMatchObject({ tonic: 0, mode: "major" });
        expect(labels(found)).toEqual(CADENCE);
        expect(Math.abs(found.key.confidence - HOME.key.confidence)).toBeLessThan(0.15);
      }),
      { numRuns: 8, seed: 10 },
    );
  }, 20_000);

  it("come later by the silence before them", () => {
    const delay = 12;
    const late = readingOf(concatenate(new Float32Array(delay * HOP), cadence(), new Float32Array(5 * HOP)));
    expect(late.key).toMatchObject({ tonic: HOME.key.tonic, mode: HOME.key.mode });
    expect(labels(late)).toEqual(labels(HOME));
    late.chords.slice(1).forEach(({ from }, index) => {
      const moved = (HOME.chords[index + 1]?.from ?? 99) + delay / FRAMES_PER_ROW;
      expect(Math.abs(from - moved)).toBeLessThanOrEqual(1);
    });
  });

  it("are not found in noise, an impulse or a constant", () => {
    for (const signal of [noise(RATE * 5), impulse(RATE * 3, RATE), new Float32Array(RATE * 3).fill(0.5)]) {
      expect(estimateKey(rowsOf(signal)).found).toBe(false);
    }
  });
});

describe("the pitch of a note", () => {
  const pitch = (signal: Float32Array, rate = RATE) => notePitch(signal, rate);

  it("doubles with an octave and does not change with gain, rate, shift or offset", () => {
    const SECONDS = 0.6;
    const off = (found: ReturnType<typeof pitch>, hz: number) => Math.abs(cents(found?.hz ?? 1, hz));
    fc.assert(
      fc.property(fc.double({ min: 36, max: 72, noNaN: true }), gains, (midi, gain) => {
        const tone = chord([hzOf(midi)], RATE, SECONDS);
        const hz = pitch(tone)?.hz ?? 1;
        expect(Math.abs(cents(hz, hzOf(midi)))).toBeLessThan(5);
        expect(off(pitch(chord([hzOf(midi + 12)], RATE, SECONDS)), 2 * hz)).toBeLessThan(5);
        expect(off(pitch(amplified(tone, decibels(gain))), hz)).toBeLessThan(1);
        expect(off(pitch(chord([hzOf(midi)], OTHER_RATE, SECONDS), OTHER_RATE), hz)).toBeLessThan(5);
        expect(off(pitch(concatenate(new Float32Array(3333), tone)), hz)).toBeLessThan(5);
        expect(off(pitch(tone.map((x) => x + 0.2)), hz)).toBeLessThan(5);
      }),
      { numRuns: 6, seed: 12 },
    );
  }, 20_000);

  it("is null for an impulse", () => {
    expect(pitch(impulse(RATE, RATE / 2))).toBeNull();
  });
});
