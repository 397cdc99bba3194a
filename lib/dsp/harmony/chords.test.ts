import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chord, concatenate } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { decodeChords, NO_CHORD } from "./chords";
import { ChromaTimeline, sumChroma } from "./chroma-timeline";
import { HpcpExtractor, tuningOf } from "./hpcp";
import { estimateKey } from "./key";
import { foldRows } from "./pitch-rows";

const RATE = 11025;
const FFT = 4096;
const HOP = 1024;
const MAJOR = [0, 4, 7];
const MINOR = [0, 3, 7];
const hzOf = (midi: number, cents = 0) => 440 * 2 ** ((midi - 69 + cents / 100) / 12);

function chromaRows(signal: Float32Array) {
  const fft = new RealFft(FFT);
  const window = unitHannWindow(FFT);
  const power = new Float64Array(fft.bins);
  const hpcp = new HpcpExtractor(RATE, FFT);
  const timeline = new ChromaTimeline();
  const slicer = new FrameSlicer(FFT, HOP, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    hpcp.add(power, timeline.frame);
    timeline.advance();
  });
  slicer.push(signal);
  slicer.finish();
  return timeline.finish();
}

/** A triad above its root, which the bass plays two octaves below; `root` from C4. */
function triad(root: number, steps: number[], seconds: number, cents = 0): Float32Array {
  const notes = [root + 36, ...steps.map((step) => root + 60 + step)];
  return chord(
    notes.map((note) => hzOf(note, cents)),
    RATE,
    seconds,
  );
}

/** C Am F G C, moved. */
const cadence = (semitones: number) =>
  concatenate(
    triad(semitones, MAJOR, 1.2),
    triad(-3 + semitones, MINOR, 1.2),
    triad(-7 + semitones, MAJOR, 1.2),
    triad(-5 + semitones, MAJOR, 1.2),
    triad(semitones, MAJOR, 1.2),
  );

describe("chords over time", () => {
  it.each([-30, 0, 30])("names every triad in its turn, %i cents off", (cents) => {
    const roots = Array.from({ length: 12 }, (_, i) => (i * 5) % 12);
    const signal = concatenate(...roots.flatMap((r) => [triad(r, MAJOR, 0.9, cents), triad(r, MINOR, 0.9, cents)]));
    const rows = chromaRows(signal);
    const tuning = tuningOf(sumChroma(rows));
    expect(Math.abs(tuning.cents - cents)).toBeLessThan(5);
    const found = decodeChords(foldRows(rows, tuning.cents), 2).filter(({ chord: label }) => label !== NO_CHORD);
    expect(found.map(({ chord: label }) => label)).toEqual(roots.flatMap((r) => [r, r + 12]));
    found.slice(1).forEach(({ from }, index) => {
      expect(Math.abs((2 * from * HOP) / RATE - 0.9 * (index + 1))).toBeLessThan(0.3);
    });
  });

  it("moves key and chords with a transposition, but not with an octave", () => {
    const reading = (semitones: number) => {
      const rows = chromaRows(cadence(semitones));
      const key = estimateKey(rows);
      if (!key.found) throw new Error("no key");
      const chords = decodeChords(foldRows(rows, key.tuning?.cents ?? 0), 2).map(({ chord: label }) => label);
      return { key: key.readings[0], chords };
    };
    const home = reading(0);
    expect(home.chords).toEqual([0, 9 + 12, 5, 7, 0]);
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 12 }), (semitones) => {
        const moved = reading(semitones);
        const up = (pitchClass: number) => (pitchClass + semitones + 12) % 12;
        expect(moved.chords).toEqual(home.chords.map((label) => up(label % 12) + (label < 12 ? 0 : 12)));
        expect(moved.key?.tonic).toBe(up(home.key?.tonic ?? 0));
        expect(moved.key?.mode).toBe(home.key?.mode);
      }),
      { numRuns: 20 },
    );
  });

  it("does not name a triad if nothing sounds", () => {
    const rows = chromaRows(concatenate(triad(0, MAJOR, 1.5), new Float32Array(RATE * 3), triad(9, MINOR, 1.5)));
    const labels = decodeChords(foldRows(rows, 0), 2).map(({ chord: label }) => label);
    expect(labels).toEqual([0, NO_CHORD, 21]);
  });

  it("gives nothing without input", () => {
    expect(decodeChords([], 2)).toEqual([]);
  });
});
