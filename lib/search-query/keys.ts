import { neighbouringKeys, parseKey } from "@/lib/music/key-text";
import { formatCamelot } from "@/lib/music/notation";

/**
 * Keys as documents have them, in Camelot notation. A note alone means both its modes. `isNear` adds the neighbours on
 * the circle of fifths and the relative key.
 */
export function readKey(text: string, isNear: boolean): string[] | null {
  const written = parseKey(text);
  if (!written) return null;
  const modes = written.mode ? [written.mode] : (["major", "minor"] as const);
  const keys = modes.map((mode) => ({ tonic: written.tonic, mode }));
  return (isNear ? keys.flatMap(neighbouringKeys) : keys).map(formatCamelot);
}
