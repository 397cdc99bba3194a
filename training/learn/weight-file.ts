import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file of learned numbers as its trainer wrote it, not yet formatted; the path is from the root of the repository. */
export type WeightFile = { path: string; source: string };

/** `value` as source text, numbers to so many digits. */
export function asSource(value: unknown, digits: number): string {
  return JSON.stringify(value, (_, item) => (typeof item === "number" ? Number(item.toPrecision(digits)) : item));
}

/** As it lies in the repository: formatted like every other file. */
export function formatted({ path, source }: WeightFile): string {
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  return execFileSync(biome, ["format", `--stdin-file-path=${path}`], { input: source, encoding: "utf8" });
}

/** As it is at first, so that nothing is lost should the formatter fail. */
export function writeWeights(file: WeightFile): void {
  const path = join(process.cwd(), file.path);
  writeFileSync(path, file.source);
  writeFileSync(path, formatted(file));
}

/** "identical", or how far the largest number that changed is from the one in the repository. */
export function compareWeights(file: WeightFile): { identical: boolean; verdict: string } {
  const path = join(process.cwd(), file.path);
  if (!existsSync(path)) return { identical: false, verdict: "missing from the repository" };
  const [committed, fresh] = [readFileSync(path, "utf8"), formatted(file)];
  if (committed === fresh) return { identical: true, verdict: "identical" };
  const [before, after] = [numbersOf(committed), numbersOf(fresh)];
  if (before.length !== after.length) return { identical: false, verdict: "of another shape" };
  const largest = before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? value))), 0);
  const changed = before.filter((value, i) => value !== after[i]).length;
  return { identical: false, verdict: `${changed} of ${before.length} numbers differ, by ${largest} at most` };
}

const numbersOf = (text: string) => (text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number);
