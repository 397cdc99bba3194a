import { describe, expect, it } from "vitest";
import { beatScore, keyScore, tempoAcc1, tempoAcc2 } from "./scores";

describe("tempo scores", () => {
  it("forgive four per cent, and octaves only in Acc2", () => {
    expect(tempoAcc1(124, 120)).toBe(true);
    expect(tempoAcc1(126, 120)).toBe(false);
    expect(tempoAcc1(60, 120)).toBe(false);
    expect([60, 240, 40, 360, 120].map((bpm) => tempoAcc2(bpm, 120))).toEqual([true, true, true, true, true]);
    expect(tempoAcc2(90, 120)).toBe(false);
    expect(tempoAcc2(null, 120)).toBe(false);
  });
});

describe("beatScore", () => {
  const beats = [1, 5, 5.5, 6, 6.5];
  it("forgives 70 ms and what lies before 5 s, and counts each label once", () => {
    expect(beatScore(beats, beats)).toBe(1);
    expect(beatScore([5.06, 5.45, 6.02, 6.5], beats)).toBe(1);
    expect(beatScore([5.25, 5.75, 6.25], [5, 5.5, 6, 6.5])).toBe(0);
    expect(beatScore([5, 6], beats)).toBeCloseTo(2 / 3);
    expect(beatScore([5, 5.01, 5.5, 6, 6.5], beats)).toBeCloseTo(8 / 9);
    expect(beatScore([], beats)).toBe(0);
  });
});

describe("keyScore", () => {
  const key = (tonic: number, mode: "major" | "minor") => ({ tonic, mode });
  it("weighs near misses as MIREX does", () => {
    expect(keyScore(key(0, "major"), key(0, "major"))).toBe(1);
    expect(keyScore(key(7, "major"), key(0, "major"))).toBe(0.5);
    expect(keyScore(key(5, "minor"), key(0, "minor"))).toBe(0.5);
    expect(keyScore(key(9, "minor"), key(0, "major"))).toBe(0.3);
    expect(keyScore(key(0, "major"), key(9, "minor"))).toBe(0.3);
    expect(keyScore(key(0, "minor"), key(0, "major"))).toBe(0.2);
    expect(keyScore(key(1, "major"), key(0, "major"))).toBe(0);
    expect(keyScore(null, key(0, "major"))).toBe(0);
  });
});
