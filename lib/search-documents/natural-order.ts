// Names whose numbers count as numbers: "kick 2" comes before "kick 10". Each run of digits is written with its length
// before it, so that the order of such keys, character by character, is the order that people expect.

const LONG = 9;

/** Keys of longer numbers begin with larger ones. One digit up to 8, then 9 and three. */
const lengthMark = (length: number) => (length < LONG ? String(length) : `${LONG}${String(length).padStart(3, "0")}`);

/** A folded name as it is sorted. Zeros in front of a number do not count. */
export function naturalKey(name: string): string {
  return name.replace(/\d+/g, (run) => {
    const digits = run.replace(/^0+(?=\d)/, "");
    return lengthMark(digits.length) + digits;
  });
}

/** How much longer a number may become that somebody is typing. */
const DIGITS_FOLLOWING = 7;

/** What the keys of all names begin with that begin like this folded text, whose last number may go on. */
export function naturalPrefixes(typed: string): string[] {
  const typedNumber = /\d+$/.exec(typed)?.[0] ?? "";
  const before = naturalKey(typed.slice(0, typed.length - typedNumber.length));
  if (typedNumber === "") return [before];
  const digits = typedNumber.replace(/^0+/, "");
  if (digits === "") return Array.from({ length: LONG }, (_, at) => `${before}${at + 1}`);
  return Array.from({ length: DIGITS_FOLLOWING + 1 }, (_, more) => before + lengthMark(digits.length + more) + digits);
}
