import { describe, expect, it } from "vitest";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { offerSlices } from "./offers";

const POINT = 0.005;

/** Hits that decay to silence within a quarter of a second, at these times. */
function hits(times: readonly number[], { durationSeconds = 4, loudness = 100, tail = 0 } = {}): Peaks {
  const points = Math.round(durationSeconds / POINT);
  const max = new Int8Array(points);
  for (const time of times) {
    const from = Math.round(time / POINT);
    for (let at = from; at < points; at++) {
      const level = Math.max(tail, loudness * Math.exp(-(at - from) * POINT * 20));
      max[at] = Math.max(max[at] as number, Math.round(level));
    }
  }
  const none = new Uint8Array(points);
  return {
    durationSeconds,
    levels: [{ secondsPerPoint: POINT, min: max.map((value) => -value), max, low: none, mid: none, high: none }],
  };
}

const starts = (at: "silence" | "onsets" | "beats", peaks: Peaks, beats: number[] = [], sensitivity = 0.5) =>
  offerSlices(at, { peaks, beats, sensitivity }).map(({ startSeconds }) => Math.round(startSeconds * 100) / 100);

describe("slices are offered", () => {
  it("at silence: each sound for itself, without what is silent", () => {
    const offers = offerSlices("silence", { peaks: hits([0.5, 1.5, 3]), beats: [], sensitivity: 0.5 });
    expect(offers.map(({ startSeconds }) => Number(startSeconds.toFixed(1)))).toEqual([0.5, 1.5, 3]);
    for (const { startSeconds, endSeconds } of offers) expect(endSeconds - startSeconds).toBeLessThan(0.4);
  });

  it("at onsets, also where no silence is between the sounds", () => {
    const peaks = hits([0.2, 0.7, 1.2, 2], { tail: 15 });
    expect(offerSlices("silence", { peaks, beats: [], sensitivity: 0.2 })).toHaveLength(1);
    expect(starts("onsets", peaks)).toEqual([0.2, 0.7, 1.2, 2]);
    expect(offerSlices("onsets", { peaks, beats: [], sensitivity: 0.5 }).at(-1)?.endSeconds).toBe(4);
  });

  it("on beats, by one or by several", () => {
    const beats = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];
    expect(starts("beats", hits([]), beats, 1)).toEqual(beats);
    expect(starts("beats", hits([]), beats, 0.5)).toEqual([0, 2]);
  });

  it("not of silence, of nothing, or beyond what is allowed", () => {
    expect(starts("silence", hits([]))).toEqual([]);
    expect(starts("onsets", hits([]))).toEqual([]);
    expect(starts("beats", hits([]), [])).toEqual([]);
    const many = Array.from({ length: 500 }, (_, index) => index * 0.2);
    expect(starts("beats", hits([], { durationSeconds: 100 }), many, 1)).toHaveLength(128);
  });
});
