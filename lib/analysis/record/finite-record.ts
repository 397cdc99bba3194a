import { AnalysisFailure } from "./failures";
import type { AnalysisRecord } from "./schema";

/** NaN or infinity in a record would break everything that reads it. @throws AnalysisFailure `internal` */
export function assertFiniteRecord(record: AnalysisRecord): void {
  const odd = firstOddNumber(record, "record");
  if (odd) throw new AnalysisFailure("internal", `${odd} is not finite`);
}

/** The path to the first number that is not finite, or null. */
function firstOddNumber(value: unknown, path: string): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const odd = firstOddNumber(inner, `${path}.${name}`);
    if (odd) return odd;
  }
  return null;
}
