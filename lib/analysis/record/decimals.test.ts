import { describe, expect, it } from "vitest";
import { z } from "zod";
import { placesOf, roundedTo, withPlaces } from "./decimals";
import { analysisRecordSchema } from "./schema";

/** The paths of numbers in a schema that do not say how far they are rounded. */
function undeclared(schema: z.core.$ZodType, path: string): string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return undeclared(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return undeclared(schema.element, `${path}[]`);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      undeclared(inner as z.core.$ZodType, `${path}.${name}`),
    );
  }
  return schema instanceof z.ZodNumber && placesOf(schema) === null ? [path] : [];
}

describe("the decimals of a record", () => {
  it("are declared for every number in its schema", () => {
    expect(undeclared(analysisRecordSchema, "record")).toEqual([]);
    const forgotten = z.object({ tempo: z.object({ bpm: z.number() }).nullable(), beats: z.array(withPlaces(3)) });
    expect(undeclared(forgotten, "record")).toEqual(["record.tempo.bpm"]);
  });

  it("take away what versions of Node disagree about, and nothing else", () => {
    const schema = z.object({
      hz: withPlaces(2).nullable(),
      list: z.array(z.object({ share: withPlaces(4), count: z.number().int() })),
      exact: withPlaces("exact"),
      text: z.string(),
    });
    const value = { hz: 440.00500000000005, list: [{ share: 1 / 3, count: 7 }], exact: 1 / 3, text: "A4" };
    const rounded = { hz: 440.01, list: [{ share: 0.3333, count: 7 }], exact: 1 / 3, text: "A4" };
    expect(roundedTo(schema, value)).toEqual(rounded);
    expect(roundedTo(schema, rounded)).toEqual(rounded);
    expect(roundedTo(schema, { ...value, hz: null })).toMatchObject({ hz: null });
    expect(Object.is(roundedTo(withPlaces(2), -0.001), 0)).toBe(true);
  });
});
