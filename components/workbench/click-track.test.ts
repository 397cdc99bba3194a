import { describe, expect, it } from "vitest";
import { ClickTrack } from "./click-track";

const grid = { beats: [0, 0.5, 1, 1.5], downbeats: [0, 1] };

/** The beats that clicked while the player went through these positions. */
function clicked(track: ClickTrack, positions: readonly number[]): number[] {
  return positions.flatMap((position) =>
    track.plan(grid, position).map(({ inSeconds }) => Number((position + inSeconds).toFixed(3))),
  );
}

const every = (stepSeconds: number, from: number, to: number) =>
  Array.from({ length: Math.round((to - from) / stepSeconds) }, (_, at) => from + at * stepSeconds);

describe("a click track", () => {
  it("clicks once on each beat, however often it is asked", () => {
    expect(clicked(new ClickTrack(), every(0.025, 0, 2))).toEqual([0, 0.5, 1, 1.5]);
    expect(clicked(new ClickTrack(), every(0.11, 0, 2))).toEqual([0, 0.5, 1, 1.5]);
  });

  it("tells the one of the bar", () => {
    expect(new ClickTrack().plan(grid, 0.95)).toEqual([{ inSeconds: expect.closeTo(0.05), isOne: true }]);
    expect(new ClickTrack().plan(grid, 0.45)).toEqual([{ inSeconds: expect.closeTo(0.05), isOne: false }]);
  });

  it("follows when a loop begins again, and when somebody seeks", () => {
    const track = new ClickTrack();
    expect(clicked(track, every(0.025, 0.9, 1.9))).toEqual([1, 1.5]);
    expect(clicked(track, every(0.025, 0, 0.6))).toEqual([0, 0.5]);
    expect(clicked(track, every(0.025, 1.45, 1.6))).toEqual([1.5]);
  });

  it("says nothing twice after a pause", () => {
    const track = new ClickTrack();
    expect(clicked(track, [0.95])).toEqual([1]);
    expect(clicked(track, [0.96, 0.97])).toEqual([]);
  });
});
