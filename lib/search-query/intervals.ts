import type { NumberRange } from "./filter";

/** What stands for a value: one number, or a period such as a day. `unit` is given on to the other end of a range. */
export interface Reading extends NumberRange {
  unit?: string;
}

/** Reads one value; `unit` is the one to take if the text has none. Null if it cannot be read. */
export type ReadValue = (text: string, unit?: string) => Reading | null;

/** `about`: a bare value. `exactly`: with `=`. `between`: a range, or open at one end. */
export interface Interval extends NumberRange {
  form: "about" | "exactly" | "between";
}

/** No value is longer. It also keeps the search for the dash of a range short. */
const MAX_LENGTH = 64;

const COMPARISON = /^(>=|=>|<=|=<|[><≥≤=])\s*(.*)$/s;
const DOTS = /^(.*?)\s*(?:\.{2,}|…)\s*(.*)$/s;

/** Reads `120`, `=120`, `>120`, `<=90`, `118-124`, `118..124`, `118..` and `..124`. Ends in the wrong order are swapped. */
export function readInterval(text: string, readValue: ReadValue): Interval | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > MAX_LENGTH) return null;
  const [, sign, compared] = COMPARISON.exec(trimmed) ?? [];
  if (sign !== undefined) return compare(sign, readValue(compared ?? ""));
  const whole = readValue(trimmed);
  if (whole) return { form: "about", min: whole.min, max: whole.max };
  const dots = DOTS.exec(trimmed);
  return dots ? readEnds(dots[1] ?? "", dots[2] ?? "", readValue) : readDashed(trimmed, readValue);
}

function compare(sign: string, reading: Reading | null): Interval | null {
  if (!reading) return null;
  const { min, max } = reading;
  if (sign === "=") return { form: "exactly", min, max };
  if (sign === ">") return { form: "between", min: neighbour(max, 1), max: Number.POSITIVE_INFINITY };
  if (sign === "<") return { form: "between", min: Number.NEGATIVE_INFINITY, max: neighbour(min, -1) };
  const isUpwards = sign.includes(">") || sign === "≥";
  return isUpwards
    ? { form: "between", min, max: Number.POSITIVE_INFINITY }
    : { form: "between", min: Number.NEGATIVE_INFINITY, max };
}

function readEnds(left: string, right: string, readValue: ReadValue): Interval | null {
  if (left === "" && right === "") return null;
  const last = right === "" ? undefined : readValue(right);
  const first = left === "" ? undefined : readValue(left, last?.unit);
  if (first === null || last === null) return null;
  const isSwapped = first && last && first.min > last.max;
  const [low, high] = isSwapped ? [last, first] : [first, last];
  return { form: "between", min: low?.min ?? Number.NEGATIVE_INFINITY, max: high?.max ?? Number.POSITIVE_INFINITY };
}

/** The first dash with a value on each side. In `-14--8` that is the second of three. */
function readDashed(text: string, readValue: ReadValue): Interval | null {
  for (let dash = text.indexOf("-", 1); dash > 0; dash = text.indexOf("-", dash + 1)) {
    const [left, right] = [text.slice(0, dash).trim(), text.slice(dash + 1).trim()];
    const interval = left === "" || right === "" ? null : readEnds(left, right, readValue);
    if (interval) return interval;
  }
  return null;
}

/** The next number that a double can hold, above (1) or below (−1): both ends of our ranges belong to them. */
export function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  if (!Number.isFinite(value)) return value;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return view.getFloat64(0);
}
