import { describe, expect, it } from "vitest";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import { amplitudeMarks } from "./amplitude-marks";
import type { TileAt } from "./detail";
import { levelReading, timeReading, waveformReading } from "./reading";

const RATE = 48_000;
const between = (startSeconds: number, endSeconds: number) => ({ startSeconds, endSeconds });

/** Ten seconds, half full scale in the first half and silent in the second. */
const points = 1000;
const half = Int8Array.from({ length: points }, (_, at) => (at < points / 2 ? 64 : 0));
const bands = new Uint8Array(points);
const peaks: Peaks = {
  durationSeconds: 10,
  levels: [{ secondsPerPoint: 0.01, min: half.map((value) => -value), max: half, low: bands, mid: bands, high: bands }],
};
const source = (tileAt: TileAt) => ({
  ...{ peaks, durationSeconds: 10, sampleRateHz: RATE, finestSecondsPerPoint: 0.01 },
  tileAt,
});
const none: TileAt = () => null;

describe("a time", () => {
  it("has as many places as a pixel tells apart", () => {
    expect(timeReading(65.4321, between(0, 600), 1000)).toBe("1:05.43");
    expect(timeReading(65.4321, between(65, 66), 1000)).toBe("1:05.432");
    expect(timeReading(65.4321, between(65.4321, 65.4322), 1000)).toBe("1:05.432100");
  });
});

describe("a level", () => {
  it("is in decibels of full scale, and nothing is below what the values can show", () => {
    expect(levelReading(1, 1 / 127)).toBe("0.0 dBFS");
    expect(levelReading(0.5, 1 / 127)).toBe("−6.0 dBFS");
    expect(levelReading(0, 1 / 127)).toBe("below −42 dBFS");
  });

  it("is that of the stored waveform while no sample is in view", () => {
    expect(waveformReading(2, between(0, 10), 500, source(none))).toEqual(["0:02.00", "peak −6.0 dBFS"]);
    expect(waveformReading(8, between(0, 10), 500, source(none))).toEqual(["0:08.00", "peak below −42 dBFS"]);
  });

  it("is that of the nearest sample of each channel once they are there", () => {
    const range = between(1, 1.005);
    const tileAt: TileAt = (framesPerPoint, tile) => ({
      ...{ framesPerPoint: 1, startFrame: tile * WINDOW_POINTS_MAX, sampleRateHz: RATE },
      channels: [0.25, -0.5].map((value) => new Float32Array(WINDOW_POINTS_MAX).fill(framesPerPoint === 1 ? value : 0)),
    });
    expect(waveformReading(1.001, range, 1000, source(tileAt))).toEqual([
      "0:01.001000",
      "sample 48,048",
      "L 0.25000, −12.0 dBFS",
      "R −0.50000, −6.0 dBFS",
    ]);
    expect(waveformReading(1.001, range, 1000, source(none))).toEqual(["0:01.001000", "peak −6.0 dBFS"]);
  });
});

describe("the scale beside the waveform", () => {
  it("says the same level above and below the axis, where it is drawn", () => {
    const marks = amplitudeMarks(0.96, 160);
    const six = marks.filter(({ label }) => label === "−6").map(({ y }) => y);
    expect(six).toHaveLength(2);
    expect(80 - (six[0] ?? 0)).toBeCloseTo(80 * 0.96 * 10 ** (-6 / 20));
    expect((six[0] ?? 0) + (six[1] ?? 0)).toBeCloseTo(160);
  });

  it("has labels that are apart, for quiet recordings too", () => {
    for (const gain of [0.96, 9.6, 960]) {
      const ys = amplitudeMarks(gain, 160).map(({ y }) => y);
      expect(ys.length).toBeGreaterThan(4);
      for (const [at, y] of ys.entries()) if (at > 0) expect(y - (ys[at - 1] ?? 0)).toBeGreaterThanOrEqual(15);
    }
  });
});
