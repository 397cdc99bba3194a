import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "train-cache-"));
  vi.stubEnv("TRAIN_CACHE", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const cache = () => import("./cache");

describe("the cache", () => {
  it("makes a text once and keeps nothing of one that could not be made", async () => {
    const { keptText } = await cache();
    const made = vi.fn(() => "seven");
    expect([await keptText("texts/a", made), await keptText("texts/a", made)]).toEqual(["seven", "seven"]);
    expect(made).toHaveBeenCalledTimes(1);
    await expect(keptText("texts/b", () => Promise.reject(new Error("silent")))).rejects.toThrow("silent");
    expect(readdirSync(join(folder, "texts"))).toEqual(["a"]);
  });

  it("gives the rows and facts of a table back, also of rows that are part of a larger array", async () => {
    const { keptRows } = await cache();
    const all = Float32Array.of(1, 2, 3, 4, 5, 6);
    const make = vi.fn(async () => ({ facts: ["kick", "snare"], rows: [all.subarray(2, 4), all.subarray(4, 6)] }));
    for (let time = 0; time < 2; time++) {
      const { facts, values } = await keptRows("table", make);
      expect(facts).toEqual(["kick", "snare"]);
      expect([...values]).toEqual([3, 4, 5, 6]);
    }
    expect(make).toHaveBeenCalledTimes(1);
  });
});
