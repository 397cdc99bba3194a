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

/** "identical", or what differs from the file in the repository, and how far the number that changed most is off. */
export function compareWeights(file: WeightFile): { identical: boolean; verdict: string } {
  const path = join(process.cwd(), file.path);
  if (!existsSync(path)) return { identical: false, verdict: "missing from the repository" };
  const [committed, fresh] = [readFileSync(path, "utf8"), formatted(file)];
  return committed === fresh
    ? { identical: true, verdict: "identical" }
    : { identical: false, verdict: difference(committed, fresh) };
}

function difference(committed: string, fresh: string): string {
  const [before, after] = [learnedIn(committed), learnedIn(fresh)];
  if (before.numbers.length !== after.numbers.length || before.packed.length !== after.packed.length)
    return "a different number of values";
  const packed = before.packed.filter((text, i) => text !== after.packed[i]).length;
  const changed = before.numbers.filter((value, i) => value !== after.numbers[i]).length;
  if (packed + changed === 0) return "the same values, but other text around them";
  const distances = before.numbers.map((value, i) => Math.abs(value - (after.numbers[i] ?? value)));
  const largest = distances.reduce((most, value) => Math.max(most, value), 0);
  const ofNumbers = `${changed} of ${before.numbers.length} numbers differ, by ${largest} at most`;
  return packed === 0
    ? ofNumbers
    : `${ofNumbers}, and ${packed} of ${before.packed.length} texts, such as packed layers`;
}

/** Numbers, and texts, which hold packed layers; without what is imported and commented. */
function learnedIn(source: string): { numbers: number[]; packed: string[] } {
  const code = source.replaceAll(/^import .*$|\/\*\*.*\*\/$/gm, "");
  const text = /"[^"]*"/g;
  const numbers = code.replaceAll(text, "").match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? [];
  return { numbers: numbers.map(Number), packed: code.match(text) ?? [] };
}
