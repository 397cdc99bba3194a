import { expect, it } from "vitest";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { soundVector } from "@/tests/factories/sound-rows";
import { stationsBetween, walk } from "./stations";

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

it("a way between two sounds leaves the one and comes nearer to the other with each step", () => {
  const [from, to] = [fromStoredVector(soundVector(1)), fromStoredVector(soundVector(2))];
  const stations = stationsBetween(from, to, 5);
  const nearness = [from, ...stations, to].map((station) => dot(station, to) - dot(station, from));
  expect(nearness).toEqual(nearness.toSorted((a, b) => a - b));
  for (const station of stations) expect(dot(station, station)).toBeCloseTo(3, 4);
});

it("a way between opposite sounds has a direction everywhere", () => {
  const from = fromStoredVector(soundVector(1));
  for (const station of stationsBetween(
    from,
    from.map((value) => -value),
    3,
  )) {
    expect(dot(station, station)).toBeCloseTo(3, 4);
  }
});

it("a sample is on the way once, and where all are taken there is a step less", () => {
  expect(
    walk(
      ["a", "z"],
      [
        ["a", "b"],
        ["b", "c"],
        ["z", "c"],
        ["c", "d"],
      ],
    ),
  ).toEqual(["a", "b", "c", "d", "z"]);
});
