import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file of learned numbers before it is formatted; the path is from the root of the repository. */
export type WeightFile = { path: string; source: string };

/** `value` as source text, numbers to so many digits. */
export function asSource(value: unknown, digits: number): string {
  return JSON.stringify(value, (_, item) => (typeof item === "number" ? Number(item.toPrecision(digits)) : item));
}

/** `value` as it will be read from its file: what is tried is then what is written. */
export const asWritten = <T>(value: T, digits: number): T => JSON.parse(asSource(value, digits));

/** As the repository has it: formatted like every other file. */
export function formatted({ path, source }: WeightFile): string {
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  return execFileSync(biome, ["format", `--stdin-file-path=${path}`], { input: source, encoding: "utf8" });
}

/** Writes it unformatted first, so that nothing is lost if the formatter fails. */
export function writeWeights(file: WeightFile): void {
  const path = join(process.cwd(), file.path);
  writeFileSync(path, file.source);
  writeFileSync(path, formatted(file));
}

/** "identical", or how far the number that changed most is from the one in the repository. */
export function compareWeights(file: WeightFile): { identical: boolean; verdict: string } {
  const path = join(process.cwd(), file.path);
  if (!existsSync(path)) return { identical: false, verdict: "missing from the repository" };
  const [committed, fresh] = [readFileSync(path, "utf8"), formatted(file)];
  if (committed === fresh) return { identical: true, verdict: "identical" };
  const [before, after] = [numbersOf(committed), numbersOf(fresh)];
  if (before.length !== after.length) return { identical: false, verdict: "a different number of numbers" };
  const changed = before.filter((value, i) => value !== after[i]).length;
  if (changed === 0) return { identical: false, verdict: "the same numbers, but other text around them" };
  const largest = before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? value))), 0);
  return { identical: false, verdict: `${changed} of ${before.length} numbers differ, by ${largest} at most` };
}

const numbersOf = (text: string) => (text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number);
