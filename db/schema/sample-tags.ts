import { index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";
import { users } from "./users";

/**
 * What its owner says about a sample's tags. The tags that an analysis finds are in `analyses`; what counts is those and
 * the ones given or accepted here, without the ones removed.
 */
export const sampleTags = pgTable(
  "sample_tags",
  {
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Lower case, as it is searched. */
    tag: text().notNull(),
    /**
     * `given`: typed by the owner. `accepted`: suggested, and taken. `rejected`: suggested, and refused.
     * `removed`: found by the analysis, and taken off.
     */
    verdict: text({ enum: ["given", "accepted", "rejected", "removed"] }).notNull(),
    decidedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sampleId, table.tag] }),
    index("sample_tags_owner_tag_index").on(table.ownerId, table.tag),
  ],
);
