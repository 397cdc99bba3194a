import { failureOf } from "@/lib/analysis/record/failures";
import type { FlagName } from "@/lib/flags/constants";
import type { SampleRow } from "./schema";
import { shownTags } from "./switched-off";

/** A row as `rowColumns` reads it. */
type StoredRow = Omit<SampleRow, "failure" | "createdAt"> & { failure: string | null; createdAt: Date };

/**
 * As its owner sees a row: without tags whose features are off for them. No member is taken off: that would cost more than
 * all the rest, and a page has hundreds of rows.
 */
export function rowOf<Row extends StoredRow>(
  stored: Row,
  features: ReadonlySet<FlagName>,
): Omit<Row, "failure" | "createdAt" | "tags"> & Pick<SampleRow, "failure" | "createdAt" | "tags"> {
  return {
    ...stored,
    tags: shownTags(stored.tags, features, stored.ownTags),
    createdAt: stored.createdAt.toISOString(),
    failure: stored.failure === null ? null : failureOf(stored.failure),
  };
}
