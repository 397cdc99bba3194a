/** Bounds of a number, both included. Null means open. */
export interface NumberRange {
  min: number | null;
  max: number | null;
}

const NUMBER = String.raw`-?\d+(?:[.,]\d+)?`;
const BETWEEN = new RegExp(`^(${NUMBER})\\s*(?:-|–|\\.\\.)\\s*(${NUMBER})$`);
const ONE = new RegExp(`^(<=|>=|<|>|=|)(${NUMBER})$`);

/** One number, `>=120`, `118-124` or `118..124`, as it is written in a filter. A decimal comma is read as a point. */
export type WrittenRange = { kind: "number"; value: number; isExact: boolean } | ({ kind: "range" } & NumberRange);

/** Returns null if the text is neither a number nor a range. A range may be written in either order. */
export function parseNumberRange(text: string): WrittenRange | null {
  const between = BETWEEN.exec(text.trim());
  if (between) {
    const [low, high] = [numberOf(between[1]), numberOf(between[2])];
    return { kind: "range", min: Math.min(low, high), max: Math.max(low, high) };
  }
  const one = ONE.exec(text.trim());
  if (!one) return null;
  const value = numberOf(one[2]);
  if (one[1]?.startsWith("<")) return { kind: "range", min: null, max: value };
  if (one[1]?.startsWith(">")) return { kind: "range", min: value, max: null };
  return { kind: "number", value, isExact: one[1] === "=" };
}

const numberOf = (text: string | undefined) => Number((text ?? "").replace(",", "."));

const SECONDS = /^(<=|>=|<|>|=|)(\d+(?:[.,]\d+)?)(ms|s|sec|min|m|h|)$/i;
const CLOCK = /^(<=|>=|<|>|=|)(?:(\d+):)?(\d{1,2}):(\d{2}(?:\.\d+)?)$/;
const FACTORS: Readonly<Record<string, number>> = { ms: 0.001, "": 1, s: 1, sec: 1, min: 60, m: 60, h: 3600 };

/** A length: `2`, `500ms`, `1:30`, `<2s`, `1-4`, `2m-4m`. In seconds. */
export function parseLengthRange(text: string): WrittenRange | null {
  const parts = text.trim().split(/-|–|\.\./);
  if (parts.length === 2) {
    const [first, second] = parts.map((part) => oneLength(part.trim()));
    if (!first || !second || first.sign || second.sign) return null;
    const unit = first.unit === "" ? second.unit : first.unit;
    const [from, to] = [first.value * (FACTORS[unit] ?? 1), second.value * (FACTORS[second.unit] ?? 1)];
    return { kind: "range", min: Math.min(from, to), max: Math.max(from, to) };
  }
  const one = oneLength(text.trim());
  if (!one) return null;
  const value = one.value * (FACTORS[one.unit] ?? 1);
  if (one.sign.startsWith("<")) return { kind: "range", min: null, max: value };
  if (one.sign.startsWith(">")) return { kind: "range", min: value, max: null };
  return { kind: "number", value, isExact: one.sign === "=" };
}

function oneLength(text: string): { sign: string; value: number; unit: string } | null {
  const clock = CLOCK.exec(text);
  if (clock) {
    const seconds = Number(clock[2] ?? 0) * 3600 + Number(clock[3]) * 60 + Number(clock[4]);
    return { sign: clock[1] ?? "", value: seconds, unit: "s" };
  }
  const plain = SECONDS.exec(text);
  if (!plain) return null;
  return { sign: plain[1] ?? "", value: numberOf(plain[2]), unit: (plain[3] ?? "").toLowerCase() };
}
