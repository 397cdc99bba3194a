import { expect, it } from "vitest";
import { cosine, precisionsAtTen } from "./precision";
import { soundClass, variationOf } from "./sound-class";

const file = (soundClass: string, variation: string) => ({ soundClass, variation });

it("a file is found among all others, but never for a variation of itself", () => {
  const files = [file("kick", "a"), file("kick", "a"), file("kick", "b"), file("snare", "c"), file("snare", "d")];
  // By distance on a line, where the snare at 3 lies between the kicks.
  const places = [0, 0.1, 4, 3, 9];
  const near = (a: number, b: number) => -Math.abs((places[a] ?? 0) - (places[b] ?? 0));
  expect(precisionsAtTen(files, near)).toEqual([0, 0, 0.5, 0, 0]);
  expect(precisionsAtTen([file("kick", "a"), file("kick", "a"), file("snare", "b")], near)).toEqual([null, null, null]);
});

it("tells what was played apart from how it was played", () => {
  expect(["tabla_ghe3.flac", "x/tabla_ghe.flac", "drum_tom_hi_soft.wav", "bass_hit_c.wav"].map(variationOf)).toEqual([
    "tabla_ghe",
    "tabla_ghe",
    "drum_tom",
    "bass_hit",
  ]);
  expect(soundClass({ group: "oneshots", classes: ["kick"], genre: "" })).toBe("kick");
  expect(soundClass({ group: "loops", classes: ["drums", "loop"], genre: "hiphop" })).toBe("drums loop");
  expect(soundClass({ group: "synth", classes: ["bass", "drums"], genre: "house" })).toBe("house");
  expect(soundClass({ group: "oneshots", classes: [], genre: "" })).toBeNull();
});

it("has no cosine with silence", () => {
  expect(cosine([0, 0], [1, 0])).toBe(0);
  expect(cosine([3, 4], [6, 8])).toBeCloseTo(1);
});
