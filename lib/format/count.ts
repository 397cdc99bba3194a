import { ENGLISH, type Text } from "@/lib/language/text";

/** A whole number with its thousands apart: `1,234`. */
export const formatCount = (value: number, t: Text = ENGLISH): string => value.toLocaleString(t.language);

/** A number of things: `1 sample`, `1,234 samples`. */
export const counted = (value: number, noun: string): string =>
  `${formatCount(value)} ${noun}${value === 1 ? "" : "s"}`;
