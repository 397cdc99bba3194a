import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { sortNodes } from "./node-order";
import { placeOf } from "./tonnetz";

describe("the order of the notes", () => {
  it("is from far to near, with every note once", () => {
    const pitches = Float32Array.from({ length: 12 }, (_, pitch) => pitch);
    for (const eye of [new Vector3(0, 3, 8), new Vector3(-7, 5, 1)]) {
      sortNodes(pitches, new Vector3(0.4, 1, 0), eye);
      expect([...pitches].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, pitch) => pitch));
    }
  });

  it("has the note at the front of the ring last", () => {
    const pitches = Float32Array.from({ length: 12 }, (_, pitch) => pitch);
    const { tube, ring } = placeOf(5);
    sortNodes(pitches, new Vector3(-tube, Math.PI / 2 - ring, 0), new Vector3(0, 0, 9));
    expect(pitches[11]).toBe(5);
  });
});
