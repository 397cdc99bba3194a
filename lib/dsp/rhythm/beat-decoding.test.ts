import { describe, expect, it } from "vitest";
import { decodeBeats, PLAYED_MANNER } from "./beat-decoding";

const ROWS_PER_SECOND = 50;

/** Log odds that are high in rows where a beat is heard and in those beside them. */
function oddsAt(seconds: readonly number[], length: number): Float32Array {
  const odds = new Float32Array(length * ROWS_PER_SECOND).fill(-7);
  for (const at of seconds) {
    const row = Math.round(at * ROWS_PER_SECOND);
    odds[row] = 2;
    for (const near of [row - 1, row + 1]) odds[near] = Math.max(odds[near] ?? 0, 0);
  }
  return odds;
}

const decoded = (odds: Float32Array, preference?: (bpm: number) => number) =>
  decodeBeats(odds, ROWS_PER_SECOND, PLAYED_MANNER, preference).map((row) => row / ROWS_PER_SECOND);

/** Beats whose length goes from one to another. */
function sliding(from: number, to: number, count: number): number[] {
  const beats = [0.5];
  for (let i = 0; i + 1 < count; i++) beats.push((beats[i] as number) + from * (to / from) ** (i / count));
  return beats;
}

describe("decoded beats", () => {
  it("are those that are heard, also where the tempo moves by half", () => {
    for (const beats of [sliding(0.5, 0.5, 40), sliding(0.45, 0.7, 40), sliding(1.1, 0.8, 24)]) {
      const found = decoded(oddsAt(beats, (beats.at(-1) as number) + 1));
      expect(found.length).toBe(beats.length);
      found.forEach((at, i) => {
        expect(Math.abs(at - (beats[i] as number))).toBeLessThan(0.021);
      });
    }
  });

  it("go on where one is not heard, and are not drawn away by another sound", () => {
    const beats = sliding(0.6, 0.6, 30);
    const heard = [...beats.filter((_, i) => i !== 12 && i !== 20), (beats[8] as number) + 0.2].sort((a, b) => a - b);
    const found = decoded(oddsAt(heard, 20));
    for (const beat of beats) expect(Math.min(...found.map((at) => Math.abs(at - beat)))).toBeLessThan(0.05);
    expect(found.length).toBe(beats.length);
  });

  it("are every other one where the slower tempo is believed in", () => {
    const beats = sliding(0.3, 0.3, 60);
    const odds = oddsAt(beats, 20).map((value) => Math.min(value, -1.5));
    expect(decoded(odds).length).toBeGreaterThan(55);
    const found = decoded(odds, (bpm) => (bpm > 150 ? -8 : 0));
    expect(found.length).toBeGreaterThan(27);
    expect(found.length).toBeLessThan(32);
  });

  it("are none where nothing is heard", () => {
    expect(decoded(oddsAt([], 20))).toEqual([]);
    expect(decoded(new Float32Array())).toEqual([]);
  });
});
