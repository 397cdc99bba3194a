import { describe, expect, it } from "vitest";
import { CORPUS, composeSeed, corpusKey, recordingOf, seedsOf } from "./corpus";

const someOf = (part: Parameters<typeof seedsOf>[0]) => seedsOf(part).filter((_, index) => index % 7 === 0);
const LEARNED = [
  ...[CORPUS.styles, CORPUS.ternary, CORPUS.shortLoops, CORPUS.human, CORPUS.pulse, CORPUS.solos],
  ...[CORPUS.machineLoops, CORPUS.machineStyles, CORPUS.machineHuman],
];
const keyOf = (seed: number) => corpusKey(composeSeed(seed), recordingOf(seed));

describe("the training corpus", () => {
  it("composes the same piece from the same seed, and another from the next", () => {
    for (const part of Object.values(CORPUS)) {
      expect(keyOf(part.firstSeed)).toBe(keyOf(part.firstSeed));
      expect(composeSeed(part.firstSeed).notes).not.toEqual(composeSeed(part.firstSeed + 1).notes);
    }
  });

  it("tries confidence on no composition that was learned from", () => {
    const learned = LEARNED.flatMap(someOf);
    const notesOf = (seed: number) => JSON.stringify(composeSeed(seed).notes);
    const known = new Set(learned.map(notesOf));
    for (const seed of [CORPUS.calibration, CORPUS.trial, CORPUS.machineTrial].flatMap(someOf))
      expect(known.has(notesOf(seed))).toBe(false);
  });

  it("makes short loops a whole number of beats long, but for a delay and a tail", () => {
    for (const seed of [CORPUS.shortLoops, CORPUS.machineLoops].flatMap(someOf)) {
      const { bpm, beatSeconds, durationSeconds } = composeSeed(seed);
      const extra = durationSeconds - (beatSeconds.length * 60) / bpm;
      expect(extra).toBeGreaterThan(-1e-6);
      expect(extra).toBeLessThan(0.66);
      expect(durationSeconds).toBeLessThan(17);
    }
  });

  it("plays on machines what no other part has, each kind of music in each of their parts", () => {
    const known = new Set(
      [CORPUS.styles, CORPUS.ternary, CORPUS.shortLoops, CORPUS.human, CORPUS.solos].flatMap(seedsOf).map(keyOf),
    );
    const heard = [CORPUS.machineLoops, CORPUS.machineStyles, CORPUS.machineHuman].map((part) =>
      someOf(part).map(composeSeed),
    );
    expect(heard.map((pieces) => pieces.every(({ loop }) => loop))).toEqual([true, false, false]);
    for (const pieces of heard) expect(new Set(pieces.map(({ style }) => style)).size).toBeGreaterThan(15);
    for (const piece of heard.flat()) expect(known.has(corpusKey({ ...piece, seed: 0 }, recordingOf(0)))).toBe(false);
    // Three thousand pieces are composed, which takes seconds, and longer beside other work.
  }, 60_000);

  it("gives human playing the tempo that its beats have", () => {
    for (const seed of [CORPUS.human, CORPUS.solos, CORPUS.machineHuman].flatMap(someOf)) {
      const { bpm, beatSeconds } = composeSeed(seed);
      const intervals = beatSeconds.slice(1).map((seconds, i) => seconds - (beatSeconds[i] ?? 0));
      expect(Math.min(...intervals)).toBeGreaterThan(0.15);
      const mean = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length;
      expect(Math.abs(60 / mean / bpm - 1)).toBeLessThan(0.06);
    }
  });
});
