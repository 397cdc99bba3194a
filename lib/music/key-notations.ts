/** How a person wants keys written: `F♯ minor`, `F♯m`, Camelot `11A`, Open Key `4m`. */
export const KEY_NOTATIONS = ["musical", "short", "camelot", "open-key"] as const;
export type KeyNotation = (typeof KEY_NOTATIONS)[number];
