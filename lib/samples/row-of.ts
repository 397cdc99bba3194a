import { failureOf } from "@/lib/analysis/record/failures";
import type { SampleRow } from "./schema";
import { withoutHidden } from "./switched-off";

/** A row as `rowColumns` reads it. */
type StoredRow = Omit<SampleRow, "failure" | "createdAt"> & { failure: string | null; createdAt: Date };

/**
 * As its owner sees a row: without tags whose features are off for them (`hiddenLabels`). No member is taken off: that
 * would cost more than all the rest, and a page has hundreds of rows.
 */
export function rowOf<Row extends StoredRow>(
  stored: Row,
  hidden: ReadonlySet<string>,
): Omit<Row, "failure" | "createdAt" | "tags"> & Pick<SampleRow, "failure" | "createdAt" | "tags"> {
  return {
    ...stored,
    tags: withoutHidden(stored.tags, hidden, stored.ownTags),
    createdAt: stored.createdAt.toISOString(),
    // Of a completed one, it is why it could not be analysed again.
    failure: stored.failure === null || stored.status !== "failed" ? null : failureOf(stored.failure),
  };
}
