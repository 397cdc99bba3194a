import { z } from "zod";
import { parseKey } from "@/lib/music/key-text";
import { splitName, withoutExtension } from "./name-words";
import { fileTagsSchema } from "./schema";

/** What a file's name says about its sound. A claim of whoever named it: never taken for measured. */
export const nameFactsSchema = z.object({
  bpm: fileTagsSchema.shape.bpm,
  key: fileTagsSchema.shape.key,
  kind: fileTagsSchema.shape.kind,
});
export type NameFacts = z.infer<typeof nameFactsSchema>;

const SLOWEST_BPM = 40;
const FASTEST_BPM = 300;
/** A bare number may be a catalogue number: it counts as tempo only in the range that loops are sold in. */
const BARE_SLOWEST_BPM = 60;
const BARE_FASTEST_BPM = 200;

const WITH_UNIT = /(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?)[ _-]?bpm|bpm[ _-]?(\d{2,3}(?:[.,]\d{1,2})?)(?!\d)/iu;
const LOOP = /(?<!\p{L})(?:loops?|lp|groove|beat loop|top ?loop)(?!\p{L})/iu;
const ONE_SHOT = /(?<!\p{L})(?:one[ _-]?shots?|1[ _-]?shots?|single hits?|hits?|stab)(?!\p{L})/iu;

/**
 * Reads tempo, key and kind from a file name: `Night_drive_Gm_122.wav`, `140bpm Fmin lead loop.wav`. The folder counts
 * where the name is silent (`Loops 128 bpm/bass 3.wav`), but only for what is written with its unit or word.
 */
export function nameFacts(fileName: string, folderPath = ""): NameFacts {
  const name = withoutExtension(fileName).normalize("NFC");
  const folder = folderPath.normalize("NFC");
  const key = keyIn(name);
  const withUnit = bpmWithUnit(name) ?? bpmWithUnit(folder);
  return { bpm: withUnit ?? bareBpm(name, key !== null), key, kind: kindIn(name) ?? kindIn(folder) };
}

function bpmWithUnit(text: string): number | null {
  const match = WITH_UNIT.exec(text);
  const value = Number((match?.[1] ?? match?.[2] ?? "").replace(",", "."));
  return value >= SLOWEST_BPM && value <= FASTEST_BPM ? value : null;
}

/** A number of two or three digits that stands alone, beside a key or a word that says loop. */
function bareBpm(name: string, hasKey: boolean): number | null {
  if (!hasKey && !LOOP.test(spaced(name))) return null;
  const numbers = name.match(/(?<![\p{L}\p{N}.])\d{2,3}(?![\p{L}\p{N}]|\.\d)/gu) ?? [];
  const likely = numbers.map(Number).filter((value) => value >= BARE_SLOWEST_BPM && value <= BARE_FASTEST_BPM);
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

const spaced = (name: string) => splitName(name).join(" ");

/**
 * The last key in the name, because names end with it. A letter alone counts only with a sharp, flat or mode: "A" is an
 * article and "B" a take, and "8A" may be a shelf number, so wheel notation counts only where it ends the name.
 */
function keyIn(name: string): NameFacts["key"] {
  const parts = name.split(/[^\p{L}\p{N}#♯♭]+/u).filter((part) => part !== "");
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? "";
    const next = parts[at + 1];
    const joined = next && /^(?:major|minor|maj|min|moll|dur)$/i.test(next) ? parseKey(part + next) : null;
    if (joined) return joined;
    if (!saysKey(part, at === parts.length - 1)) continue;
    const key = parseKey(part);
    if (key) return key;
  }
  return null;
}

function saysKey(part: string, isLast: boolean): boolean {
  if (/^\d{1,2}[abABdmDM]$/.test(part)) return isLast && /[ABdm]$/.test(part);
  // "am", "Em" and "Bm" are keys only with a capital letter: "am" is a word.
  if (/^[a-g]m$/.test(part)) return false;
  // "Ab", "Eb" and "Db" are notes, "ab" and "bb" are not.
  if (/^[A-G](?:#|♯|♭|b)$/.test(part)) return true;
  return /^[A-Ga-g](?:#|♯|♭|b|sharp|flat)?(?:m|major|minor|maj|min|moll|dur|M)$/.test(part);
}

function kindIn(text: string): NameFacts["kind"] {
  const words = spaced(text);
  if (LOOP.test(words)) return "loop";
  return ONE_SHOT.test(words) ? "one-shot" : null;
}
