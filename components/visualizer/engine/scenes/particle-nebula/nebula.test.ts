import { describe, expect, it } from "vitest";
import type { MelMap, Piece } from "@/components/visualizer/engine/piece";
import { emptyPiece } from "@/components/visualizer/engine/test-piece";
import { particleCount, placeNebula } from "./nebula";
import { angleAt, spiralOf, writePathPoint } from "./spiral";
import { timbreAt, timbreLine } from "./timbre";

const BANDS = 32;
/** A spectrogram whose columns come from a function of time share and band. */
function mel(columns: number, value: (share: number, band: number) => number): MelMap {
  const values = new Uint8Array(columns * BANDS);
  for (let c = 0; c < columns; c++) for (let b = 0; b < BANDS; b++) values[c * BANDS + b] = value(c / columns, b);
  return { columns, bands: BANDS, secondsPerColumn: 20 / columns, values };
}
const withMel = (map: MelMap): Piece => ({ ...emptyPiece(20), mel: map });
const moment = () => ({ brightness: 0, level: 0, noisiness: 0 });
const cloudOf = (piece: Piece, count = 3000, seed = 1) => {
  const line = timbreLine(piece);
  return placeNebula(piece, line, spiralOf(piece.durationSeconds), count, seed);
};

describe("timbre", () => {
  it("is dark and tonal for one low partial, bright and noisy for hiss", () => {
    const low = timbreAt(withMel(mel(40, (_, b) => (b === 3 ? 255 : 0))), 5, moment());
    const hiss = timbreAt(withMel(mel(40, (_, b) => (b > 20 ? 200 : 60))), 5, moment());
    expect(low.brightness).toBeCloseTo(3 / 31, 5);
    expect(low.noisiness).toBeLessThan(0.6);
    expect(hiss.brightness).toBeGreaterThan(0.7);
    expect(hiss.noisiness).toBeGreaterThan(low.noisiness + 0.3);
  });

  it("of silence is nothing", () => {
    const line = timbreLine(withMel(mel(40, () => 0)));
    expect(Math.max(...line.brightness, ...line.level, ...line.noisiness)).toBe(0);
  });

  it("comes from the envelope where there is no spectrogram, and is unknown without both", () => {
    const bands = (value: number) => new Float32Array(50).fill(value);
    const envelope = { secondsPerPoint: 0.4, level: bands(0.5), low: bands(0), mid: bands(0), high: bands(1) };
    const line = timbreLine({ ...emptyPiece(20), envelope });
    expect([line.source, line.brightness[20], line.level[20]]).toEqual(["envelope", expect.closeTo(0.85), 1]);
    expect(timbreLine(emptyPiece(10)).source).toBe("none");
  });
});

describe("the spiral of time", () => {
  it("goes equally far in equal times", () => {
    const spiral = spiralOf(200);
    const line = timbreLine(emptyPiece(200));
    const points = new Float32Array(101 * 3);
    for (let i = 0; i <= 100; i++) writePathPoint(spiral, line, i / 100, points, i);
    const steps = Array.from({ length: 100 }, (_, i) =>
      Math.hypot(...[0, 1, 2].map((axis) => (points[(i + 1) * 3 + axis] ?? 0) - (points[i * 3 + axis] ?? 0))),
    );
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.35);
    expect(angleAt(spiral, 1)).toBeCloseTo(spiral.turns * 2 * Math.PI, 6);
  });

  it("leaves room between its arms, however long the piece", () => {
    for (const duration of [0.005, 10, 300, 10_800]) {
      const { turns, width } = spiralOf(duration);
      expect(width).toBeLessThan(2.7 / turns);
      expect(turns).toBeLessThanOrEqual(3.2);
    }
  });
});

describe("the cloud", () => {
  it("has 2,000 to 60,000 particles", () => {
    expect([-1, 0, 1, 2].map(particleCount)).toEqual([2000, 2000, 60_000, 60_000]);
    expect(particleCount(0.5)).toBeGreaterThan(particleCount(0.4));
  });

  it("is the same for the same seed, and another for another", () => {
    const piece = withMel(mel(100, (share, b) => (b < 30 * share ? 200 : 10)));
    expect(cloudOf(piece)).toEqual(cloudOf(piece));
    expect(cloudOf(piece, 3000, 2).positions).not.toEqual(cloudOf(piece).positions);
  });

  it("has its particles where the energy is: in time and in frequency", () => {
    const piece = withMel(mel(200, (share, b) => (share < 0.5 ? (b === 4 ? 60 : 0) : b === 28 ? 250 : 0)));
    const { times, bands, count } = cloudOf(piece);
    const early = [...times].filter((at) => at < 9.5).length;
    expect(early).toBeLessThan(count / 2.5);
    expect(early).toBeGreaterThan(count / 50);
    times.forEach((at, i) => {
      if (at < 9) expect(Math.floor((bands[i] ?? 0) * BANDS)).toBe(4);
      if (at > 11) expect(Math.floor((bands[i] ?? 0) * BANDS)).toBe(28);
    });
    for (let i = 100; i < count; i++) expect(times[i]).toBeGreaterThan(times[i - 100] ?? 0);
  });

  it.each([
    ["nothing known", emptyPiece(10)],
    ["5 ms", { ...emptyPiece(0.005), mel: { ...mel(1, () => 90), secondsPerColumn: 0.005 } }],
    ["silence", withMel(mel(100, () => 0))],
    ["3 hours", { ...emptyPiece(10_800), mel: { ...mel(900, (_, b) => b * 8), secondsPerColumn: 12 } }],
    ["no time at all", emptyPiece(0)],
  ])("is finite and small enough to see: %s", (_, piece) => {
    const { positions, times } = cloudOf(piece);
    for (const value of positions) expect(Math.abs(value)).toBeLessThan(6);
    for (const at of times) expect(at).toBeLessThanOrEqual(Math.fround(piece.durationSeconds));
  });
});
