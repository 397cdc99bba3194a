/**
 * What the picture's font has: Latin, Cyrillic and the signs of our own texts. For anything else its renderer would fetch a
 * font from another company's server, and tell it what people here write.
 */
const DRAWABLE = /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017e\u0400-\u045f–—‘’“”…•·€]/u;
const MISSING = new Set([..."ĔĕĬĭĸĿŀŉŎŏ"]);
const WORDS_OF_SIGNS: Record<string, string> = { "♯": "#", "♭": "b" };

const isDrawable = (character: string) => DRAWABLE.test(character) && !MISSING.has(character);

/** As much of a text as can be drawn, in at most `most` characters. What has another form in the font gets that. */
export function drawableText(text: string, most: number): string {
  const drawable = [...text.normalize("NFC")].flatMap((character) => {
    const sign = WORDS_OF_SIGNS[character] ?? character;
    return isDrawable(sign) ? [sign] : [...sign.normalize("NFKD")].filter(isDrawable);
  });
  const line = drawable.join("").replaceAll(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
