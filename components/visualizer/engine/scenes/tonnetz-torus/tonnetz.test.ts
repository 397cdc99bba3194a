import { describe, expect, it } from "vitest";
import { placeOf, regionOfKey, STEPS, type TorusPlace, TRIADS, tonnetzPatches, triadIndex } from "./tonnetz";

const onCircle = (angle: number) => [Math.cos(angle), Math.sin(angle)];
const samePlace = (a: TorusPlace, b: TorusPlace) => {
  for (const i of [0, 1]) {
    expect(onCircle(a.tube)[i]).toBeCloseTo(onCircle(b.tube)[i] ?? Number.NaN, 9);
    expect(onCircle(a.ring)[i]).toBeCloseTo(onCircle(b.ring)[i] ?? Number.NaN, 9);
  }
};
const distance = (a: TorusPlace, b: TorusPlace) =>
  Math.hypot(...[a.tube - b.tube, a.ring - b.ring].map((angle) => 2 * Math.sin(angle / 2)));

describe("the torus of fifths and thirds", () => {
  it("has twelve notes, each at a place of its own, and the octave leads back", () => {
    for (let p = 0; p < 12; p++) {
      samePlace(placeOf(p), placeOf(p + 12));
      for (let q = 0; q < p; q++) expect(distance(placeOf(p), placeOf(q))).toBeGreaterThan(1);
    }
  });

  it("has a note's fifth, major third and minor third one step away", () => {
    for (const step of Object.values(STEPS)) {
      for (let p = 0; p < 12; p++) {
        const from = placeOf(p);
        samePlace(placeOf(p + step.semitones), { tube: from.tube + step.tube, ring: from.ring + step.ring });
      }
    }
    expect(STEPS.majorThird.tube + STEPS.minorThird.tube).toBeCloseTo(STEPS.fifth.tube, 9);
    expect(STEPS.majorThird.ring + STEPS.minorThird.ring).toBeCloseTo(STEPS.fifth.ring, 9);
  });

  it("has the 24 chords as its triangles, with 36 edges between them: a closed surface with one hole", () => {
    expect(TRIADS).toHaveLength(24);
    const edges = new Map<string, number>();
    for (const { root, quality, notes, corners } of TRIADS) {
      expect(notes.map((note) => (note - root + 12) % 12)).toEqual(quality === "major" ? [0, 4, 7] : [0, 3, 7]);
      notes.forEach((note, i) => {
        samePlace(corners[i as 0 | 1 | 2], placeOf(note));
        const edge = [note, notes[(i + 1) % 3]].sort().join();
        edges.set(edge, (edges.get(edge) ?? 0) + 1);
      });
    }
    expect(edges.size).toBe(36);
    expect([...edges.values()].every((triangles) => triangles === 2)).toBe(true);
    expect(12 - 36 + 24).toBe(0);
  });

  it("numbers chords as the analysis does", () => {
    TRIADS.forEach((triad, index) => {
      expect(triadIndex(triad)).toBe(index);
    });
  });

  it("knows the six triads of a key, which are those of its relative key", () => {
    const names = (region: Float32Array) => [...region].flatMap((inside, i) => (inside ? [i] : []));
    expect(names(regionOfKey({ tonic: 0, mode: "major" }))).toEqual([0, 5, 7, 12 + 2, 12 + 4, 12 + 9]);
    expect(regionOfKey({ tonic: 9, mode: "minor" })).toEqual(regionOfKey({ tonic: 0, mode: "major" }));
    expect(names(regionOfKey(null))).toEqual([]);
  });

  it("is cut into patches that cover it", () => {
    const steps = 5;
    const { places, shares, triads, indices } = tonnetzPatches(steps);
    expect(indices).toHaveLength(24 * steps * steps * 3);
    expect(Math.max(...indices)).toBe(triads.length - 1);
    let area = 0;
    for (let i = 0; i < indices.length; i += 3) {
      const corner = (k: number) => [
        places[2 * (indices[i + k] ?? 0)] ?? 0,
        places[2 * (indices[i + k] ?? 0) + 1] ?? 0,
      ];
      const [[ax = 0, ay = 0], [bx = 0, by = 0], [cx = 0, cy = 0]] = [corner(0), corner(1), corner(2)];
      area += Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    }
    expect(area).toBeCloseTo((2 * Math.PI) ** 2, 3);
    for (let v = 0; v < triads.length; v++) {
      expect((shares[v * 3] ?? 0) + (shares[v * 3 + 1] ?? 0) + (shares[v * 3 + 2] ?? 0)).toBeCloseTo(1, 6);
    }
  });
});
