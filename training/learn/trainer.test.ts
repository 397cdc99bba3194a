import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defineModel } from "./trainer";

const committed = "lib/dsp/harmony/key-calibration.ts";
const fresh = ".cache/trainer-test-weights.ts";
beforeEach(() => void mkdirSync(".cache", { recursive: true }));
afterEach(() => rmSync(fresh, { force: true }));

/** Learns the mean of three numbers and writes what `source` makes of it. */
const model = (path: string, source: (mean: number) => string) =>
  defineModel({
    name: "mean",
    examples: async () => [1, 2, 6],
    train: (numbers) => ({ weights: numbers.reduce((sum, x) => sum + x, 0) / numbers.length, findings: "no findings" }),
    report: ({ weights, findings }, numbers) => `${weights} of ${numbers.length} numbers, ${findings}\n`,
    weightFiles: (mean) => [{ path, source: source(mean) }],
  });

async function printed(run: (print: (text: string) => void) => Promise<boolean>) {
  const lines: string[] = [];
  const well = await run((text) => lines.push(text));
  return { well, text: lines.join("") };
}

describe("a model's run", () => {
  it("reports what was learned and writes it", async () => {
    const { run } = model(fresh, (mean) => `export const MEAN = ${mean};\n`);
    const { well, text } = await printed((print) => run({ check: false, print }));
    expect(well).toBe(true);
    expect(text).toMatch(/^3 of 3 numbers, no findings\n\.cache\/trainer-test-weights\.ts: .*\nmean took \d+ s\n$/);
    expect(readFileSync(fresh, "utf8")).toBe("export const MEAN = 3;\n");
  });

  it("writes nothing when it only checks, and fails where the file differs or is missing", async () => {
    const before = readFileSync(committed, "utf8");
    const missing = await printed((print) => model(fresh, String).run({ check: true, print }));
    const other = await printed((print) => model(committed, () => "export {};\n").run({ check: true, print }));
    const same = await printed((print) => model(committed, () => before).run({ check: true, print }));
    expect([missing.well, other.well, same.well]).toEqual([false, false, true]);
    expect(existsSync(fresh)).toBe(false);
    expect(readFileSync(committed, "utf8")).toBe(before);
  });
});
