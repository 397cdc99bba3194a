import type { Text } from "@/lib/language/text";
import { formatDecimal } from "@/lib/music/notation";
import type { Filter, NumberName, NumberRange } from "@/lib/search-query/filter";
import { filterKindOf } from "@/lib/search-query/filter-table";

const NAMES: Record<string, string> = { seconds: "len", addedAt: "added" };

/** What a filter asks for, in words: `Tempo 119.5 to 120.5 BPM, 59.5 to 60.5 BPM or …`, `Not tag kick`. */
export function filterMeaning(filter: Filter, t: Text): string {
  const name = filter.kind === "facet" ? filter.facet : (NAMES[filter.number] ?? filter.number);
  const label = t(filterKindOf(name)?.label ?? name);
  const values =
    filter.kind === "facet" ? filter.anyOf : filter.anyOf.map((range) => rangeText(range, filter.number, t));
  const text = `${label} ${inWords(values, t)}`;
  if (!filter.isNegated) return text;
  // German nouns keep their capital.
  const inside = t.language === "en" ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
  return t("Not {filter}", { filter: inside });
}

function inWords(values: readonly string[], t: Text): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : t("{values} or {last}", { values: values.slice(0, -1).join(", "), last });
}

function rangeText({ min, max }: NumberRange, number: NumberName, t: Text): string {
  const [from, to] = [valueText(min, number, t), valueText(max, number, t)];
  const unit = UNITS[number];
  if (min === Number.NEGATIVE_INFINITY) return t("up to {value}", { value: `${to}${unit}` });
  if (max === Number.POSITIVE_INFINITY) return t("from {value}", { value: `${from}${unit}` });
  return from === to ? `${from}${unit}` : t("{from} to {to}", { from, to: `${to}${unit}` });
}

const UNITS: Record<NumberName, string> = { bpm: " BPM", seconds: " s", lufs: " LUFS", addedAt: "" };

/** To the tenth, or to the thousandth for short lengths; a day of UTC for times. */
function valueText(value: number, number: NumberName, t: Text): string {
  if (!Number.isFinite(value)) return "";
  if (number === "addedAt") return dayText(value);
  return formatDecimal(value, number === "seconds" ? 3 : 2, t).replace(/[.,]?0+$/, "");
}

/** Years that no calendar has are as far away as any. */
function dayText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
