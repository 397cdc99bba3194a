import { msg, type Text } from "@/lib/language/text";
import { parseKey } from "@/lib/music/key-text";
import { formatKey } from "@/lib/music/notation";

/** A region has the name of a kind of sound, of a key, or of a tag, which stays as it is. */
const KINDS: readonly string[] = [msg("One-shots"), msg("Loops"), msg("Tracks")];

export function regionName(text: string, t: Text): string {
  if (KINDS.includes(text)) return t(text);
  const key = parseKey(text);
  if (!key?.mode) return text;
  const named = { tonic: key.tonic, mode: key.mode };
  return formatKey(named) === text ? formatKey(named, t) : text;
}
