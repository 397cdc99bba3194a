import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";

const LONGEST = 600;
const SHORTEST = 20;
/** What is claimed by a word alone: those of the facts may be repeated, no others. */
const CLAIMS: readonly string[] = [...GENRES, ...INSTRUMENTS, ...MOODS, "major", "minor"];
const NUMBER = /\d+(?:[.,]\d+)?/g;

/** What is wrong with a reworded description; null where it claims nothing that the facts do not. */
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

/** Numbers as they are read: a decimal comma is a point, and a trailing nought says nothing. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(NUMBER)].map(([number]) => Number(number.replace(",", ".")));
}

function says(text: string, word: string): boolean {
  const escaped = word.replace(/[^a-z]/g, "\\$&");
  return new RegExp(`\\b${escaped}s?\\b`, "i").test(text);
}
