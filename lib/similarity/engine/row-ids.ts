/** A UUID as four words of 32 bits. As numbers, from the first to the last, they are in the order of the text. */
export type IdWords = readonly [number, number, number, number];

/** Null if the text is no UUID. */
export function wordsOfId(id: string): IdWords | null {
  const digits = id.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(digits)) return null;
  const word = (i: number) => Number.parseInt(digits.slice(i * 8, i * 8 + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

export function idOfWords(words: IdWords): string {
  const digits = words.map((word) => word.toString(16).padStart(8, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
