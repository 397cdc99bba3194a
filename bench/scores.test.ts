import { describe, expect, it } from "vitest";
import { keyScore, tempoAcc1, tempoAcc2 } from "./scores";

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
