import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { CHORD_CHANNEL, DRUM_CHANNEL, type TimedNote } from "@/training/compose/composition";
import { composeRhythmLoop } from "@/training/compose/loops/rhythm-loop";
import { playOnMachines, type SoundBank } from "./machine-playing";

const RATE_HZ = 44_100;
const tone = (hz: number) =>
  Float32Array.from({ length: RATE_HZ }, (_, i) => Math.sin((2 * Math.PI * hz * i) / RATE_HZ));
/** A tone of its own for each instrument. */
const bank: SoundBank = new Map(INSTRUMENTS.map((label, i) => [label, [tone(200 + 37 * i)]]));
const note = (channel: number, pitch: number, startSeconds: number): TimedNote => ({
  ...{ channel, pitch, startSeconds, lengthSeconds: 0.1, velocity: 100 },
});
const piece = (seed: number, notes: TimedNote[]) => ({ ...composeRhythmLoop(seed), durationSeconds: 2, notes });
const energy = (signal: Float32Array, from: number, to: number) =>
  signal.slice(from * RATE_HZ, to * RATE_HZ).reduce((sum, x) => sum + x * x, 0);

describe("a piece on machines", () => {
  it("lasts as long as the piece and sounds when its notes do, whatever plays them", () => {
    for (let seed = 0; seed < 12; seed++) {
      const notes = [note(DRUM_CHANNEL, 36, 1), note(CHORD_CHANNEL, 60, 1)];
      const signal = playOnMachines(piece(seed, notes), bank);
      expect(signal.length).toBe(2 * RATE_HZ);
      expect(energy(signal, 0, 0.99)).toBe(0);
      expect(energy(signal, 1, 2)).toBeGreaterThan(0);
      expect(signal.every((x) => Math.abs(x) <= 1)).toBe(true);
    }
  });

  it("is the same again from the same seed, and on other sounds from another", () => {
    const notes = [note(DRUM_CHANNEL, 38, 0), note(DRUM_CHANNEL, 42, 0.5)];
    expect(playOnMachines(piece(3, notes), bank)).toEqual(playOnMachines(piece(3, notes), bank));
    expect(playOnMachines(piece(3, notes), bank)).not.toEqual(playOnMachines(piece(4, notes), bank));
  });

  it("plays a part on one sound, higher for higher notes", () => {
    const crossings = (signal: Float32Array, from: number) => {
      const heard = signal.slice(from * RATE_HZ, (from + 0.1) * RATE_HZ);
      return heard.reduce((count, x, i) => count + Number(i > 0 && x >= 0 !== (heard[i - 1] ?? 0) >= 0), 0);
    };
    const ratios = Array.from({ length: 12 }, (_, seed) => {
      const signal = playOnMachines(piece(seed, [note(CHORD_CHANNEL, 50, 0), note(CHORD_CHANNEL, 62, 1)]), bank);
      return crossings(signal, 1) / crossings(signal, 0);
    }).sort((a, b) => a - b);
    expect(ratios[6]).toBeCloseTo(2, 1);
  });
});
