import { describe, expect, it } from "vitest";
import { composeMedley } from "./medley";
import { composePlayedSeed } from "./played-corpus";
import { PLAYED_KINDS } from "./played-piece";

const pieces = Array.from({ length: 260 }, (_, index) => composePlayedSeed(8_000_000 + index));
const of = (kind: string) => pieces.filter((piece) => piece.kind === kind);
const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

function spread({ beatSeconds }: { beatSeconds: number[] }): number {
  const steps = beatSeconds.slice(1).map((at, i) => at - (beatSeconds[i] as number));
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / steps.length) / mean;
}

describe("pieces as people play them", () => {
  it("are of every kind, the same for the same seed, with ascending beats that contain the downbeats", () => {
    for (const kind of PLAYED_KINDS) expect(of(kind).length).toBeGreaterThan(20);
    expect(composePlayedSeed(8_000_011)).toEqual(pieces[11]);
    for (const { beatSeconds, downbeatSeconds, durationSeconds, notes } of pieces) {
      expect(beatSeconds.every((at, i) => i === 0 || at > (beatSeconds[i - 1] as number))).toBe(true);
      expect(downbeatSeconds.every((at) => beatSeconds.includes(at))).toBe(true);
      expect(notes.every(({ startSeconds }) => startSeconds >= 0 && startSeconds < durationSeconds)).toBe(true);
    }
  });

  it("keep time as people do: pianists by 16 %, half of them between 9 and 27 %, songs hardly at all", () => {
    const pianists = of("piano").map(spread);
    expect(middle(pianists)).toBeGreaterThan(0.1);
    expect(middle(pianists)).toBeLessThan(0.22);
    expect(pianists.filter((value) => value > 0.27).length).toBeGreaterThan(5);
    expect(middle(of("song").map(spread))).toBeLessThan(0.02);
  });

  it("are slow and fast as often as music for piano is", () => {
    const tempi = of("piano").map(({ bpm }) => bpm);
    const share = (test: (bpm: number) => boolean) => tempi.filter(test).length / tempi.length;
    expect(share((bpm) => bpm < 60)).toBeGreaterThan(0.1);
    expect(share((bpm) => bpm > 180)).toBeGreaterThan(0.05);
  });

  it("have two tempi in a medley that are no octaves of each other", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { tempi } = composeMedley(seed);
      const octaves = Math.log2(tempi[0] / tempi[1]);
      expect(Math.abs(octaves - Math.round(octaves))).toBeGreaterThan(0.1);
    }
  });
});
