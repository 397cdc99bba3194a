import type { Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { parseKey } from "@/lib/music/key-text";
import { writeKey, writeKeyBeside } from "@/lib/music/notation";

/** `8A` → `A minor`, or as the person wants keys written. Null for anything else. */
export function nameOfCamelot(text: string, notation: KeyNotation, t: Text): string | null {
  const key = parseKey(text);
  if (!key?.mode) return null;
  const named = { tonic: key.tonic, mode: key.mode };
  return notation === "camelot" ? writeKeyBeside(named, notation, t) : writeKey(named, notation, t);
}
