import { describe, expect, it } from "vitest";
import { emptyPiece } from "@/components/visualizer/engine/test-piece";
import { barStarts, foldsOf, Journey, reachOf, segmentsOfBeat } from "./journey";
import { PATTERNS, patternsOf, ROWS_PER_BEAT, WALL_CELLS, WALL_ROWS, Wall } from "./wall";

const BEATS = [0.4, 0.9, 1.4, 2.0, 2.7, 3.1];

describe("the journey through the tunnel", () => {
  it("is at depth n on beat n, and finds the way back to the time", () => {
    const journey = new Journey(BEATS);
    BEATS.forEach((beat, i) => {
      expect(journey.depthAt(beat)).toBeCloseTo(i, 9);
      expect(journey.travel(beat, false)).toBeCloseTo(i, 9);
    });
    for (let seconds = -2; seconds < 6; seconds += 0.13) {
      expect(journey.secondsAt(journey.depthAt(seconds))).toBeCloseTo(seconds, 9);
    }
  });

  it.each([[BEATS], [[]], [[1]], [[1, 1, 2]]])("never stands still or goes back (%j)", (beats) => {
    const journey = new Journey(beats);
    for (const isCalm of [false, true]) {
      for (let seconds = -1; seconds < 5; seconds += 0.01) {
        expect(journey.travel(seconds + 0.01, isCalm)).toBeGreaterThan(journey.travel(seconds, isCalm));
      }
    }
  });

  it("goes on steadily without beats", () => {
    const journey = new Journey([]);
    expect(journey.hasBeats).toBe(false);
    expect(journey.depthAt(3) - journey.depthAt(2)).toBeCloseTo(journey.depthAt(1), 9);
  });
});

describe("calm mode", () => {
  it.each([60, 120, 190])("is slower at %d beats a minute, and fast beats do not hurry it", (bpm) => {
    const journey = new Journey(Array.from({ length: 20 }, (_, i) => (i * 60) / bpm));
    expect(journey.beatSeconds).toBeCloseTo(60 / bpm, 9);
    const [usual, calm] = [reachOf(journey, false), reachOf(journey, true)];
    expect(calm).toBeGreaterThan(usual * 1.5);
    expect(calm * journey.beatSeconds).toBeGreaterThan(2);
  });

  it("is slower without beats too", () => {
    expect(reachOf(new Journey([]), true)).toBeGreaterThan(reachOf(new Journey([]), false) * 1.5);
  });
});

describe("the symmetry of the tunnel", () => {
  it("comes from the beats of a bar", () => {
    expect([2, 3, 4, 5, 6, 7, 12, 40].map(foldsOf)).toEqual([4, 6, 8, 5, 6, 7, 12, 16]);
    expect([foldsOf(null), foldsOf(0)]).toEqual([6, 6]);
  });

  it("has segments for each beat of the bar, all around", () => {
    for (const beatsPerBar of [2, 3, 4, 5, 7]) {
      const folds = foldsOf(beatsPerBar);
      const lit = Array.from({ length: beatsPerBar }, (_, beatInBar) => {
        const lit = { first: 0, count: 0 };
        segmentsOfBeat(folds, { beatInBar, beatsPerBar }, lit);
        return lit;
      });
      expect(lit.reduce((sum, { count }) => sum + count, 0)).toBe(folds);
      expect(new Set(lit.map(({ first }) => first)).size).toBe(beatsPerBar);
    }
  });
});

describe("the wall of the tunnel", () => {
  const mel = { columns: 310, bands: 48, secondsPerColumn: 0.01, values: new Uint8Array(310 * 48) };
  for (let column = 0; column < 310; column++) mel.values[column * 48 + 47] = column >= 200 ? 200 : 0;
  const sections = ["A", "B", "A"].map((label, i) => ({ label, startSeconds: i, endSeconds: i + 1 }));
  const piece = { ...emptyPiece(3.1), beats: BEATS, downbeats: [0.4, 2.0], mel, sections };
  const journey = new Journey(BEATS);
  const texel = (wall: Wall, row: number, cell: number) => {
    const at = ((((row % WALL_ROWS) + WALL_ROWS) % WALL_ROWS) * WALL_CELLS + cell) * 4;
    return [...wall.texels.subarray(at, at + 4)];
  };

  it("has the spectrum of each moment at its depth, ahead of the traveller too", () => {
    const wall = new Wall(piece, journey, 1);
    wall.moveTo(0);
    expect(texel(wall, 3 * ROWS_PER_BEAT + 1, WALL_CELLS - 1)[0]).toBe(200);
    expect(texel(wall, 2 * ROWS_PER_BEAT, WALL_CELLS - 1)[0]).toBe(0);
    expect(texel(wall, 3 * ROWS_PER_BEAT + 1, 0)[0]).toBe(0);
  });

  it("has a line on each beat, a stronger one where a bar begins, and ends where the piece does", () => {
    const wall = new Wall(piece, journey, 1);
    wall.moveTo(0);
    const line = (row: number) => texel(wall, row, 0)[2];
    expect([0, 1, 3].map((beat) => line(beat * ROWS_PER_BEAT))).toEqual([255, 110, 255]);
    expect(line(1)).toBe(0);
    expect([texel(wall, 4, 0)[3], texel(wall, 60, 0)[3]]).toEqual([255, 0]);
    expect([...barStarts(piece)]).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it("is the same wherever the traveller came from", () => {
    const slow = new Wall(piece, journey, 1);
    for (let depth = 0; depth < 5; depth += 0.07) slow.moveTo(depth);
    slow.moveTo(5);
    const sudden = new Wall(piece, journey, 1);
    sudden.moveTo(400);
    sudden.moveTo(5);
    expect(slow.texels).toEqual(sudden.texels);
    expect(slow.moveTo(5)).toBe(false);
  });

  it("changes its pattern with the section", () => {
    const patterns = patternsOf(piece, 3);
    expect(patterns[0]).toBe(patterns[2]);
    expect(patterns[0]).not.toBe(patterns[1]);
    const many = { sections: [..."ABCDEFA"].map((label) => ({ label, startSeconds: 0, endSeconds: 1 })) };
    patternsOf(many, 3).forEach((pattern, i, all) => {
      expect(pattern).toBeLessThan(PATTERNS);
      if (i > 0) expect(pattern).not.toBe(all[i - 1]);
    });
    expect(patternsOf({ sections: [] }, 3)).toHaveLength(1);
  });

  it("is empty where nothing was measured", () => {
    const wall = new Wall(emptyPiece(10), new Journey([]), 1);
    wall.moveTo(0);
    expect(texel(wall, 5, 3)[0]).toBe(0);
    expect(texel(wall, 5, 3)[2]).toBe(0);
  });
});
