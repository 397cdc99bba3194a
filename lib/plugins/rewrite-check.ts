import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";

const LONGEST = 600;
const SHORTEST = 20;
/** Words that claim something by themselves. Only those that are in the facts may appear. */
const CLAIMS: readonly string[] = [...GENRES, ...INSTRUMENTS, ...MOODS, "major", "minor"];
const NUMBER = /\d+(?:[.,]\d+)?/g;

/** What is wrong with a reworded description. Returns null if it claims only what the facts say. */
export function rewriteFault(rewritten: string, facts: string): string | null {
  if (rewritten.length < SHORTEST) return "too short";
  if (rewritten.length > LONGEST) return "too long";
  if (/[<>`*#{}\n]|https?:/.test(rewritten)) return "not plain text";
  const known = new Set(numbersOf(facts));
  const invented = numbersOf(rewritten).find((number) => !known.has(number));
  if (invented !== undefined) return `${invented} was not measured`;
  const claim = CLAIMS.find((word) => says(rewritten, word) && !says(facts, word));
  return claim === undefined ? null : `"${claim}" was not measured`;
}

/** Reads numbers by value: a decimal comma counts as a point, and trailing zeros do not matter. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(NUMBER)].map(([number]) => Number(number.replace(",", ".")));
}

function says(text: string, word: string): boolean {
  const escaped = word.replace(/[^a-z]/g, "\\$&");
  return new RegExp(`\\b${escaped}s?\\b`, "i").test(text);
}
