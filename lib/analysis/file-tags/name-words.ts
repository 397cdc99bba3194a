/**
 * Splits a file name into the words it was put together from: `KICK_808-Hard02.wav` → kick, 808, hard, 02;
 * `NightDrive140bpm` → night, drive, 140, bpm; `Überläufer` stays one word. In lower case, in order of appearance.
 * Without the extension; a folder's parts may be given joined by `/`.
 */
export function nameWords(name: string): string[] {
  return splitName(withoutExtension(name)).map((word) => word.toLowerCase());
}

export function withoutExtension(name: string): string {
  return name.replace(/(?<=.)\.[\p{L}\p{N}]{1,5}$/u, "");
}

const SEPARATORS = /[^\p{L}\p{M}\p{N}#♯♭]+/u;
/** aB → a|B, ABc → A|Bc, a1 → a|1, 1a → 1|a. A sharp stays with its letter. */
const SEAMS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** The same words as they are written. Used where capital letters say something, as in `Am` and `CM`. */
export function splitName(name: string): string[] {
  return splitParts(name).flat();
}

/** The same words, together with those they were written in one with: `Hard02-kick` → [Hard, 02], [kick]. */
export function splitParts(name: string): string[][] {
  return name
    .normalize("NFC")
    .split(SEPARATORS)
    .filter((part) => part !== "")
    .map((part) => part.split(SEAMS));
}
