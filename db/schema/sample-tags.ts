import { index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";

/** Tags that a person gave a sample, or refused when they were suggested. In lower case. */
export const sampleTags = pgTable(
  "sample_tags",
  {
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    tag: text().notNull(),
    /** `accepted`: suggested and taken. `rejected`: suggested and refused, so not suggested again. */
    verdict: text({ enum: ["given", "accepted", "rejected"] }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sampleId, table.tag] }), index("sample_tags_tag_index").on(table.tag)],
);
