/** Keys of a computer keyboard that lie like those of a piano: the middle row is white, the row above black. */
export const PIANO_KEYS = ["a", "w", "s", "e", "d", "f", "t", "g", "y", "h", "u", "j"] as const;

/** 0 = C … 11 = B; null for a key that is none of a piano. */
export function pitchClassOfKey(key: string): number | null {
  const at = PIANO_KEYS.indexOf(key.toLowerCase() as (typeof PIANO_KEYS)[number]);
  return at === -1 ? null : at;
}

export const isBlack = (pitchClass: number) => [1, 3, 6, 8, 10].includes(pitchClass);
