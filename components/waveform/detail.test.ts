import { describe, expect, it } from "vitest";
import { WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import type { WaveformWindow } from "@/lib/waveforms/window-format";
import { refineColumns, samplesInView, type TileAt, tilesFor } from "./detail";
import type { WaveformColumns } from "./peaks-view";

const RATE = 48_000;
const sound = { durationSeconds: 600, sampleRateHz: RATE, finestSecondsPerPoint: 600 / 8192 };
const between = (startSeconds: number, endSeconds: number) => ({ startSeconds, endSeconds });

const emptyColumns = (width: number): WaveformColumns => ({
  min: new Float32Array(width),
  max: new Float32Array(width),
  lowShare: new Float32Array(width),
  midShare: new Float32Array(width),
});

/** Tiles of a sound that has one value for each frame. */
const tilesOf =
  (value: (frame: number) => number, channels = 1): TileAt =>
  (framesPerPoint, tile): WaveformWindow => {
    const startFrame = tile * WINDOW_POINTS_MAX * framesPerPoint;
    const samples = Float32Array.from({ length: WINDOW_POINTS_MAX }, (_, at) => value(startFrame + at));
    const place = { startFrame, sampleRateHz: RATE };
    if (framesPerPoint === 1) return { ...place, framesPerPoint: 1, channels: Array(channels).fill(samples) };
    const extremes = Int16Array.from({ length: WINDOW_POINTS_MAX }, (_, at) =>
      Math.round(value(startFrame + at * framesPerPoint) * 32_767),
    );
    return { ...place, framesPerPoint, min: extremes, max: extremes };
  };

describe("the tiles that a view needs", () => {
  it("are none while the stored waveform has a point for every pixel", () => {
    expect(tilesFor(between(0, 600), 1000, sound)).toBeNull();
    expect(tilesFor(between(0, 600), 0, sound)).toBeNull();
  });

  it("have no more frames a point than a pixel has", () => {
    // 2,880 frames a pixel.
    expect(tilesFor(between(60, 120), 1000, sound)).toEqual({ framesPerPoint: 1024, first: 0, last: 1 });
    // A third of a frame a pixel.
    const near = tilesFor(between(100, 100 + 400 / RATE), 1200, sound);
    expect(near).toEqual({ framesPerPoint: 1, first: 1171, last: 1171 });
  });

  it("end with the recording", () => {
    const short = { durationSeconds: 0.005, sampleRateHz: RATE, finestSecondsPerPoint: 0.001 };
    expect(tilesFor(between(0, 0.005), 1000, short)).toEqual({ framesPerPoint: 1, first: 0, last: 0 });
  });
});

describe("columns with detail", () => {
  it("have the extremes of their points, and stay as they were where nothing is there", () => {
    const columns = emptyColumns(4);
    columns.max.fill(0.5);
    const tiles = tilesOf((frame) => (frame === 4096 ? 0.9 : 0.1));
    // Four pixels of 1024 frames, from the second half of the first tile on; the next tile has not come.
    const tileAt: TileAt = (per, tile) => (tile === 0 ? tiles(per, tile) : null);
    const start = (WINDOW_POINTS_MAX - 2) * 1024;
    refineColumns(columns, between(start / RATE, (start + 4096) / RATE), {
      sampleRateHz: RATE,
      framesPerPoint: 1024,
      tileAt,
    });
    expect([...columns.max].map((value) => Number(value.toFixed(2)))).toEqual([0.1, 0.1, 0.1, 0.5]);
  });

  it("join one another, however steep the sound is", () => {
    const columns = emptyColumns(8);
    const tileAt = tilesOf((frame) => (frame % 2 === 0 ? -0.5 : 0.5));
    refineColumns(columns, between(1, 1 + 8 / RATE), { sampleRateHz: RATE, framesPerPoint: 1, tileAt });
    expect(new Set(columns.min)).toEqual(new Set([-0.5]));
    expect(new Set(columns.max)).toEqual(new Set([0.5]));
  });
});

describe("samples in view", () => {
  it("are all of them and one more at each side, across tiles", () => {
    const at = WINDOW_POINTS_MAX - 2;
    const seen = samplesInView(
      between(at / RATE, (at + 4) / RATE),
      sound,
      tilesOf((frame) => frame / 2 ** 20, 2),
    );
    expect(seen?.firstFrame).toBe(at - 1);
    expect(seen?.channels).toHaveLength(2);
    expect([...(seen?.channels[0] ?? [])]).toEqual(
      Array.from({ length: 7 }, (_, index) => Math.fround((at - 1 + index) / 2 ** 20)),
    );
  });

  it("are not drawn in part", () => {
    const range = between((WINDOW_POINTS_MAX - 2) / RATE, (WINDOW_POINTS_MAX + 2) / RATE);
    const tiles = tilesOf(() => 0);
    expect(samplesInView(range, sound, (per, tile) => (tile === 0 ? tiles(per, tile) : null))).toBeNull();
  });
});
