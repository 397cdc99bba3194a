/**
 * What nobody sees, or what changes the direction of the text beside it: soft hyphens, joiners, fillers, overrides. Not
 * what makes one emoji of two, or an emoji of a sign.
 */
const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)\u200D(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
/** What is no text: control characters, and code points that are no characters, which XML does not take. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
/** More marks on one letter than any script has. They paint over the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu;
/** More empty lines than a paragraph needs. */
const GAPS = /\n{3,}/g;

/**
 * A line that a person shows to everybody: without what nobody sees, so that two names that look alike are alike, and
 * no text is read backwards.
 */
export function publicLine(text: string): string {
  // First what nobody sees: a byte order mark counts as a space.
  return cleaned(text.toWellFormed().replace(UNSEEN, "").replace(/\s/gu, " ")).replace(/ +/gu, " ").trim();
}

/** The same for a text of several lines. */
export function publicText(text: string): string {
  const lines = text.replace(/\r\n?|[\p{Zl}\p{Zp}\u0085]/gu, "\n").split("\n");
  return lines
    .map((line) => cleaned(line.replaceAll("\t", " ")).trimEnd())
    .join("\n")
    .replace(GAPS, "\n\n")
    .trim();
}

const cleaned = (line: string) =>
  line.toWellFormed().replace(CONTROLS, "").replace(UNSEEN, "").normalize("NFC").replace(STACKED, "$1");
