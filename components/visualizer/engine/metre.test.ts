import { describe, expect, it } from "vitest";
import { Metre, newBeatPlace, pulseOf } from "./metre";

const even = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at * 0.5);

function placeAt(metre: Metre, seconds: number) {
  const place = newBeatPlace();
  return metre.place(seconds, place) ? { ...place } : null;
}

describe("the place of a moment in its metre", () => {
  it("counts beats and bars", () => {
    const metre = new Metre({ beats: even(12), downbeats: [0, 2, 4], beatsPerBar: 4 });
    expect(placeAt(metre, 0)).toEqual({ index: 0, phase: 0, bar: 0, beatInBar: 0, beatsPerBar: 4 });
    expect(placeAt(metre, 3.25)).toEqual({ index: 6, phase: 0.5, bar: 1, beatInBar: 2, beatsPerBar: 4 });
    expect(metre.bars).toBe(3);
  });

  it("counts what comes before the first bar as the end of one", () => {
    const metre = new Metre({ beats: even(9, 0.2), downbeats: [0.7, 2.2], beatsPerBar: 3 });
    expect(placeAt(metre, 0.1)).toBeNull();
    expect(placeAt(metre, 0.2)).toMatchObject({ bar: 0, beatInBar: 2, beatsPerBar: 3 });
    expect(placeAt(metre, 0.7)).toMatchObject({ bar: 1, beatInBar: 0 });
    expect(placeAt(metre, 2.2)).toMatchObject({ bar: 2, beatInBar: 0 });
  });

  it("lets the last beat last as long as the one before it, and then has none", () => {
    const metre = new Metre({ beats: even(4), downbeats: [0], beatsPerBar: 4 });
    expect(placeAt(metre, 1.75)).toMatchObject({ index: 3, phase: 0.5 });
    expect(placeAt(metre, 2)).toBeNull();
  });

  it("takes four beats a bar from the first on where bars are not known, and goes on where they stop", () => {
    const metre = new Metre({ beats: even(9), downbeats: [], beatsPerBar: null });
    expect(placeAt(metre, 4)).toMatchObject({ bar: 2, beatInBar: 0, beatsPerBar: 4 });
    const short = new Metre({ beats: even(9), downbeats: [0, 1.5], beatsPerBar: 3 });
    expect(placeAt(short, 3.5)).toMatchObject({ bar: 2, beatInBar: 1, beatsPerBar: 3 });
  });

  it("is nowhere without beats, and with a single one, which has no length", () => {
    for (const beats of [[], [1]])
      expect(placeAt(new Metre({ beats, downbeats: [], beatsPerBar: null }), 1)).toBeNull();
  });
});

it("a pulse is 1 on the one, 0.6 on another beat, and gone before the next", () => {
  expect(pulseOf({ ...newBeatPlace(), phase: 0 })).toBe(1);
  expect(pulseOf({ ...newBeatPlace(), phase: 0, beatInBar: 2 })).toBe(0.6);
  expect(pulseOf({ ...newBeatPlace(), phase: 0.99 })).toBeLessThan(0.001);
});
