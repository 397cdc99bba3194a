import { expect, it } from "vitest";
import { assertFiniteRecord } from "./finite-record";
import type { AnalysisRecord } from "./schema";

it("a record with NaN in it is refused, and the log says where", () => {
  const record = { durationSeconds: 1, spectral: { mfcc: [1, Number.NaN] } } as unknown as AnalysisRecord;
  expect(() => assertFiniteRecord(record)).toThrow(
    expect.objectContaining({ code: "internal", detail: "record.spectral.mfcc.1 is not finite" }),
  );
});
