/** A whole number with its thousands apart: `1,234`. */
export const formatCount = (value: number): string => value.toLocaleString("en");

/** A number of things: `1 sample`, `1,234 samples`. */
export const counted = (value: number, noun: string): string =>
  `${formatCount(value)} ${noun}${value === 1 ? "" : "s"}`;
