import { z } from "zod";
import { placesOf } from "@/lib/analysis/record/decimals";
import { MEASURED_VALUES, measuredShape, VALUE_NAMES } from "@/lib/analysis/record/measured-values";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import { msg, type Text } from "@/lib/language/text";
import { codesCell, type KnownRows, textCell } from "./tables";

/** What the names of fields say about their unit. The first that fits counts. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/Lufs$/, "LUFS"],
  [/Dbtp$/, "dBTP"],
  [/Dbfs$/, "dBFS"],
  [/DbPerOctave$/, msg("dB per octave")],
  [/Db$/, "dB"],
  [/Lu$/, "LU"],
  [/(Hz|^hz)$/, "Hz"],
  [/(^s|S)econds$/, msg("[unit] seconds")],
  [/PerSecond$|^zeroCrossingRate$/, msg("[unit] per second")],
  [/^bpm$/, msg("beats per minute")],
  [/^cents$/, msg("[unit] cents")],
  [/^(beats|downbeats)$/, msg("[unit] seconds")],
];

/** Values whose name is not their unit, because they are one number or a list of numbers. */
const unitOf = (field: string, t: Text) => {
  const unit = UNITS.find(([ending]) => ending.test(field))?.[1];
  return unit ? t(unit) : "";
};

interface Taken {
  type: string;
  codes: readonly string[];
}

/** What a field takes, in words: its type and range, and how far it is rounded. */
function takenBy(schema: unknown, field: string, t: Text): Taken {
  if (schema instanceof z.ZodOptional) return takenBy(schema.unwrap(), field, t);
  if (schema instanceof z.ZodNullable) {
    const inner = takenBy(schema.unwrap(), field, t);
    return { ...inner, type: t("{type}, or null", { type: inner.type }) };
  }
  if (schema instanceof z.ZodNumber) return { type: numberText(schema, field, t), codes: [] };
  if (schema instanceof z.ZodEnum) return { type: t("[type] one of"), codes: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { type: t("[type] always"), codes: [...schema.values].map(String) };
  if (schema instanceof z.ZodUnion)
    return { type: t("[type] one of"), codes: schema.options.flatMap((one) => takenBy(one, field, t).codes) };
  if (schema instanceof z.ZodBoolean) return { type: t("true or false"), codes: [] };
  if (schema instanceof z.ZodArray) return listOf(schema, field, t);
  if (schema instanceof z.ZodObject) return { type: t("[type] has"), codes: Object.keys(schema.shape) };
  if (schema instanceof z.ZodString) return { type: t("[type] text"), codes: [] };
  if (schema instanceof z.ZodRecord) return { type: t("by the name of a value"), codes: [] };
  throw new Error(`no words for what the field ${field} takes`);
}

function listOf(schema: z.ZodArray, field: string, t: Text): Taken {
  if (schema.element instanceof z.ZodObject) {
    const { label } = schema.element.shape;
    // The labels that the analyser knows say more than the name of the field.
    if (label instanceof z.ZodEnum)
      return { type: t("list; label and confidence of"), codes: label.options.map(String) };
    return { type: t("list; each has"), codes: Object.keys(schema.element.shape) };
  }
  const inner = takenBy(schema.element, field, t);
  return { type: t("list of: {type}", { type: inner.type }), codes: inner.codes };
}

function numberText(schema: z.ZodNumber, field: string, t: Text): string {
  const { minValue, maxValue } = schema;
  const [low, high] = [finite(minValue, t), finite(maxValue, t)];
  const range =
    low !== null && high !== null
      ? t("[range] {low} to {high}", { low, high })
      : low !== null
        ? t(isAbove(schema) ? "[range] above {low}" : "[range] from {low}", { low })
        : "";
  const places = placesOf(schema);
  const rounding = typeof places === "number" ? t.count(places, "{count} decimal", "{count} decimals") : "";
  const whole = schema.format === "safeint" ? t("[type] whole number") : "";
  return [unitOf(field, t) || (whole ? "" : t("[type] number")), whole, range, rounding].filter(Boolean).join(", ");
}

const finite = (value: number | null, t: Text) =>
  value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER
    ? `${value}`.replace("-", "−").replace(".", t.language === "de" ? "," : ".")
    : null;

const isAbove = (schema: z.ZodNumber) => !schema.safeParse(schema.minValue).success;

/** The fields of a value of the record, with what each takes. `file` is what is known without measuring. */
export function fieldsOf(value: string, t: Text): KnownRows {
  const fields = value === "file" ? fileFields() : valueFields(value);
  const rows = new Map(
    Object.entries(fields).map(([field, schema]) => {
      const { type, codes } = takenBy(schema, field, t);
      return [field, [codes.length > 0 ? [...textCell(`${type} `), ...codesCell(codes)] : textCell(type)]] as const;
    }),
  );
  return { what: `fields of ${value}`, columns: [t("[field] Takes")], rows };
}

function fileFields(): Record<string, unknown> {
  const fields = Object.entries(analysisRecordSchema.shape).filter(([name]) => !Object.hasOwn(measuredShape, name));
  return Object.fromEntries(fields);
}

/** A value that is a group has fields; a number, a text or a list is one field of its own name. */
function valueFields(name: string): Record<string, unknown> {
  const value = MEASURED_VALUES.find((one) => one.name === name);
  if (!value) throw new Error(`the record has no value ${name}`);
  const schema: unknown = value.schema;
  return schema instanceof z.ZodObject ? schema.shape : { [name]: schema };
}

/** What the page about analyses must have a section for. */
export const VALUES_TO_EXPLAIN: readonly string[] = ["file", ...VALUE_NAMES];
