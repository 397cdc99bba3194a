/** What is invisible and only serves to make two texts look alike, or one look like nothing. */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]/gu;
/** Control characters but line feed, separators, and what changes the direction of the text around it. */
const UNSAFE = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\ufffe\uffff]/gu;

const cleaned = (text: string) =>
  text.toWellFormed().replaceAll(/\r\n?/g, "\n").replace(UNSAFE, "").replace(INVISIBLE, "");

/** A text of several lines that other programs can show beside their own. */
export const cleanText = (text: string): string => cleaned(text).trim();

/** The same in one line, of at most `most` characters as people count them. */
export function cleanLine(text: string, most = 300): string {
  const line = cleaned(text).replaceAll(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
