import { failureOf } from "@/lib/analysis/record/failures";
import type { FlagName } from "@/lib/flags/constants";
import type { SampleRow } from "./schema";
import { shownTags } from "./switched-off";

/** A row as `rowColumns` reads it. */
type StoredRow = Omit<SampleRow, "failure" | "createdAt"> & { failureCode: string | null; createdAt: Date };

/** As its owner sees a row: without tags whose features are off for them. */
export function rowOf<Row extends StoredRow>(
  { failureCode, createdAt, tags, ...row }: Row,
  features: ReadonlySet<FlagName>,
): Omit<Row, "failureCode" | "createdAt" | "tags"> & Pick<SampleRow, "failure" | "createdAt" | "tags"> {
  return {
    ...row,
    tags: shownTags(tags, features, row.ownTags),
    createdAt: createdAt.toISOString(),
    // Of a completed one, it is why it could not be analysed again.
    failure: failureCode === null || row.status !== "failed" ? null : failureOf(failureCode),
  };
}
