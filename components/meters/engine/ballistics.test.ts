import { expect, it } from "vitest";
import { FallingLevel } from "./ballistics";

const after = (level: FallingLevel, seconds: number, db = Number.NEGATIVE_INFINITY) => {
  for (let at = 0; at < seconds - 1e-9; at += 0.02) level.update(db, 0.02);
};

it("a level rises at once, falls 20 dB in 1.7 s, and its mark stays for a second and a half", () => {
  const level = new FallingLevel();
  level.update(-6, 0.02);
  expect([level.levelDb, level.heldDb]).toEqual([-6, -6]);
  after(level, 1.4);
  expect(level.levelDb).toBeCloseTo(-6 - (20 / 1.7) * 1.4, 6);
  expect(level.heldDb).toBe(-6);
  after(level, 0.6);
  expect(level.heldDb).toBeLessThan(-6);
  expect(level.heldDb).toBeGreaterThan(level.levelDb);
  level.update(-3, 0.02);
  expect([level.levelDb, level.heldDb]).toEqual([-3, -3]);
});

it("silence is reached in the end, and stays", () => {
  const level = new FallingLevel();
  level.update(0, 0.02);
  after(level, 15);
  expect([level.levelDb, level.heldDb]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
