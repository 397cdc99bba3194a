import { z } from "zod";

/**
 * Decimal places of a measured number. Math functions differ in their last bits between versions of Node. Rounding to
 * what a value means makes the same bytes give the same record on all of them. "exact" is for what needs no rounding,
 * because it is counted or divided, not computed by such functions.
 */
type Decimals = { places: number | "exact" };

const decimals = z.registry<Decimals>();

/** A number of the record with its decimal places. Constraints come first: each makes a schema of its own. */
export function withPlaces(places: Decimals["places"], schema: z.ZodNumber = z.number()): z.ZodNumber {
  return schema.register(decimals, { places });
}

/** The places of a number's schema; null if it declares none. Whole numbers are exact. */
export function placesOf(schema: z.ZodNumber): Decimals["places"] | null {
  return decimals.get(schema)?.places ?? (schema.format === "safeint" ? "exact" : null);
}

/** A value of the schema, its numbers rounded to their places. Everything else stays as it is. */
export function roundedTo<Value>(schema: z.core.$ZodType, value: Value): Value {
  return rounded(schema, value) as Value;
}

function rounded(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return rounded(schema.unwrap(), value);
  if (schema instanceof z.ZodNumber) return roundedNumber(value as number, placesOf(schema));
  if (schema instanceof z.ZodArray) return (value as unknown[]).map((item) => rounded(schema.element, item));
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(value as object);
    return Object.fromEntries(fields.map(([name, inner]) => [name, roundedField(schema, name, inner)]));
  }
  return value;
}

function roundedField({ shape }: z.ZodObject, name: string, value: unknown): unknown {
  const schema = shape[name];
  return schema ? rounded(schema, value) : value;
}

function roundedNumber(value: number, places: Decimals["places"] | null): number {
  if (places === null || places === "exact" || !Number.isFinite(value)) return value;
  const scale = 10 ** places;
  // Zero has no sign: JSON loses it.
  return Math.round(value * scale) / scale + 0;
}
