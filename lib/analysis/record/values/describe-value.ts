import { z } from "zod";
import { confidence } from "@/lib/analysis/record/units";

/** The name of a measured value and what it looks like. A step of the engine finds it. */
export type DescribedValue<Name extends string, Value extends z.ZodType, InRecord extends z.ZodType> = {
  name: Name;
  schema: Value;
  /** The record's field. */
  inRecord: InRecord;
  /** What the record holds if the value was not asked for or does not apply. */
  unmeasured: z.infer<InRecord>;
};

/** Describes a value that is null in the record if it was not measured. */
export function describeValue<const Name extends string, Value extends z.ZodType>(
  name: Name,
  schema: Value,
): DescribedValue<Name, Value, z.ZodNullable<Value>> {
  // The type parameter hides from the type checker that the nullable schema accepts null.
  return { name, schema, inRecord: schema.nullable(), unmeasured: null as z.infer<z.ZodNullable<Value>> };
}

/** Labels that the analyser knows, most certain first. A label below its threshold is left out. */
export const labelsOf = <const Labels extends readonly [string, ...string[]]>(labels: Labels) =>
  z.array(z.object({ label: z.enum(labels), confidence }));
