/** Characters that keyboards and word processors put where a query means plain punctuation. One for one. */
const PLAIN: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "﹣": "-",
  "∼": "~",
  "〜": "~",
  "、": ",",
  "﹐": ",",
  "∶": ":",
  "﹕": ":",
};

const UNUSUAL = /[^\t\n\r -~]/gu;

/**
 * The text with full-width and typographic punctuation as plain punctuation, and control characters and broken
 * surrogates as spaces. It has the same length, so positions in it are positions in what was typed.
 */
export function normaliseQuery(text: string): string {
  return text.replace(UNUSUAL, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff)) return " ";
    if (code >= 0xff01 && code <= 0xff5e) return normaliseQuery(String.fromCharCode(code - 0xfee0));
    return PLAIN[character] ?? character;
  });
}
