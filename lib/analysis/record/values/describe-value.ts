import { z } from "zod";

/** What everybody needs to know about one measured value: its name and what it looks like. How it is found is a step of the engine. */
export type DescribedValue<Name extends string, Value extends z.ZodType, InRecord extends z.ZodType> = {
  name: Name;
  schema: Value;
  /** The record's field. */
  inRecord: InRecord;
  /** What the record holds where nobody asked for the value or it does not apply. */
  unmeasured: z.infer<InRecord>;
};

/** A value that is null in the record where it was not measured. */
export function describeValue<const Name extends string, Value extends z.ZodType>(
  name: Name,
  schema: Value,
): DescribedValue<Name, Value, z.ZodNullable<Value>> {
  // The schema's own type is not resolved here, so the checker cannot see that null is among its values.
  return { name, schema, inRecord: schema.nullable(), unmeasured: null as z.infer<z.ZodNullable<Value>> };
}

/** 0 … 1. */
export const share = z.number().min(0).max(1);
/** 0 = a guess, 1 = certain. */
export const confidence = z.number().min(0).max(1);

/** Labels the analyser knows, most certain first; a label below its threshold is left out. */
export const labelsOf = <const Labels extends readonly [string, ...string[]]>(labels: Labels) =>
  z.array(z.object({ label: z.enum(labels), confidence }));
