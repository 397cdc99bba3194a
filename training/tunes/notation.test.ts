import { describe, expect, it } from "vitest";
import { readTune, type Tune } from "./notation";
import { TUNES } from "./trial-pieces";

const tune = (changes: Partial<Tune>): Tune => ({
  ...{ name: "test", kind: "song", key: "C major", metre: "4/4", bpm: 100, melody: "C8" },
  ...changes,
});
const pitches = (changes: Partial<Tune>) => readTune(tune(changes)).melody.map(({ pitch }) => pitch);

describe("a written tune", () => {
  it("is in the octaves and with the sharps and flats of its scale", () => {
    expect(pitches({ melody: "C,Cc2c'2z2" })).toEqual([48, 60, 72, 84]);
    expect(pitches({ key: "E dorian", melody: "F2C2=F2^G2" })).toEqual([66, 61, 65, 68]);
    expect(pitches({ key: "D mixolydian", melody: "F4C4" })).toEqual([66, 60]);
    expect(pitches({ key: "Eb major", melody: "B4A2=A2" })).toEqual([70, 68, 69]);
  });

  it("lasts what its letters say, from the first bar line", () => {
    const { melody, pickup, bars } = readTune(tune({ melody: "G2|C>D(3EFGA/B/c-c2|C6" }));
    expect({ pickup, bars }).toEqual({ pickup: 2, bars: 2 });
    const times = melody.map(({ start, length }) => [start, length].map((time) => Math.round(time * 12) / 12));
    expect(times.slice(0, 3)).toEqual([
      [-2, 2],
      [0, 1.5],
      [1.5, 0.5],
    ]);
    expect(times[4]?.[0]).toBeCloseTo(2 + 2 / 3, 1);
    expect(times.slice(6)).toEqual([
      [4, 0.5],
      [4.5, 0.5],
      [5, 3],
      [8, 6],
    ]);
  });

  it("has chords that share their bar", () => {
    const { chords } = readTune(tune({ melody: "C8|C8", chords: "C,G7 F#m" }));
    expect(chords).toEqual([
      { root: 0, third: 4, fifth: 7, seventh: null, start: 0, length: 4 },
      { root: 7, third: 4, fifth: 7, seventh: 10, start: 4, length: 4 },
      { root: 6, third: 3, fifth: 7, seventh: null, start: 8, length: 8 },
    ]);
  });

  it("is refused with a bar too long, a sign unknown or a chord missing", () => {
    expect(() => readTune(tune({ melody: "C8|C9" }))).toThrow(/bar 1/);
    expect(() => readTune(tune({ melody: "C7H" }))).toThrow(/cannot read/);
    expect(() => readTune(tune({ chords: "C C" }))).toThrow(/2 chords, 1 bars/);
  });

  it("can be read throughout the book", () => {
    for (const written of TUNES) expect(readTune(written).melody.length).toBeGreaterThan(20);
  });
});
