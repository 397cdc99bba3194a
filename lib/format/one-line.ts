/** Control characters, line separators, and characters that change the direction of the text around them. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * A text that somebody else chose, as one line that is safe to store and to show beside others: valid Unicode, without
 * control and text-direction characters. With those, a name could break out of its line or be read backwards.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSAFE, "").trim();
}
