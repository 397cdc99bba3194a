import { formatDecimal } from "@/lib/music/notation";
import type { Filter, NumberName, NumberRange } from "@/lib/search-query/filter";
import { filterKindOf } from "@/lib/search-query/filter-table";

const NAMES: Record<string, string> = { seconds: "len", addedAt: "added" };

/** What a filter asks for, in words: `Tempo 119.5 to 120.5 BPM, 59.5 to 60.5 BPM or …`, `Not tag kick`. */
export function filterMeaning(filter: Filter): string {
  const name = filter.kind === "facet" ? filter.facet : (NAMES[filter.number] ?? filter.number);
  const label = filterKindOf(name)?.label ?? name;
  const values = filter.kind === "facet" ? filter.anyOf : filter.anyOf.map((range) => rangeText(range, filter.number));
  const text = `${label} ${inWords(values)}`;
  return filter.isNegated ? `Not ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

function inWords(values: readonly string[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

function rangeText({ min, max }: NumberRange, number: NumberName): string {
  const [low, high] = [valueText(min, number), valueText(max, number)];
  const unit = UNITS[number];
  if (min === Number.NEGATIVE_INFINITY) return `up to ${high}${unit}`;
  if (max === Number.POSITIVE_INFINITY) return `from ${low}${unit}`;
  return low === high ? `${low}${unit}` : `${low} to ${high}${unit}`;
}

const UNITS: Record<NumberName, string> = { bpm: " BPM", seconds: " s", lufs: " LUFS", addedAt: "" };

/** To the tenth, or to the thousandth for short lengths; a day of UTC for times. */
function valueText(value: number, number: NumberName): string {
  if (!Number.isFinite(value)) return "";
  if (number === "addedAt") return dayText(value);
  return formatDecimal(value, number === "seconds" ? 3 : 2).replace(/\.?0+$/, "");
}

/** Years that no calendar has are as far away as any. */
function dayText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
