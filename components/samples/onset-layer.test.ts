import { describe, expect, it } from "vitest";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { onsetLayer } from "./onset-layer";

/** A level of 8-bit points, loud for a tenth of a second from each of these times on. */
function peaksOf(times: number[], secondsPerPoint = 0.005): Peaks {
  const points = Math.round(4 / secondsPerPoint);
  const band = Uint8Array.from({ length: points }, (_, at) => {
    const since = Math.min(...times.map((time) => at * secondsPerPoint - time).filter((seconds) => seconds >= 0));
    return since < 0.1 ? 200 * Math.exp(-since * 20) : 0;
  });
  const level = Int8Array.from(band, (value) => value / 2);
  const silent = new Uint8Array(points);
  return {
    durationSeconds: 4,
    levels: [{ secondsPerPoint, min: level, max: level, low: band, mid: silent, high: silent }],
  };
}

describe("onsets on the timeline", () => {
  it("stand where sounds begin", () => {
    const { onsets, absent } = onsetLayer({ status: "ready", peaks: peaksOf([0.5, 1.25, 3]) });
    expect(absent).toBeNull();
    expect(onsets.map((seconds) => Math.round(seconds * 20) / 20)).toEqual([0.5, 1.25, 3]);
  });

  it("are absent with a reason: of silence, of a waveform that is too coarse or could not be loaded", () => {
    expect(onsetLayer({ status: "ready", peaks: peaksOf([]) }).absent).toBe("Nothing begins clearly.");
    expect(onsetLayer({ status: "ready", peaks: peaksOf([1], 0.05) }).absent).toMatch(/too long/);
    expect(onsetLayer({ status: "failed" }).absent).toBe("No waveform is available.");
    expect(onsetLayer({ status: "loading" }).absent).toBeNull();
  });
});
