import { parseKey } from "@/lib/music/key-text";
import { formatKey } from "@/lib/music/notation";

/** `8A` → `A minor`. Null for anything else. */
export function formatKeyOfCamelot(text: string): string | null {
  const key = parseKey(text);
  return key?.mode ? formatKey({ tonic: key.tonic, mode: key.mode }) : null;
}
