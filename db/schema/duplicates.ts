import { index, pgTable, primaryKey, real, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";
import { users } from "./users";

const twoSamples = () => ({
  ownerId: uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  /** The smaller id. */
  sampleA: uuid()
    .notNull()
    .references(() => samples.id, { onDelete: "cascade" }),
  sampleB: uuid()
    .notNull()
    .references(() => samples.id, { onDelete: "cascade" }),
});

/** Two samples of one owner that were found to be the same, or nearly. */
export const duplicatePairs = pgTable(
  "duplicate_pairs",
  {
    ...twoSamples(),
    kind: text({ enum: ["bytes", "recording", "near"] }).notNull(),
    /** 0–1; 1 for the same bytes. */
    similarity: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sampleA, table.sampleB] }),
    index("duplicate_pairs_sample_b_index").on(table.sampleB),
    index("duplicate_pairs_owner_id_index").on(table.ownerId),
  ],
);

/** Two samples of which their owner says that they are no duplicates. Kept for good, whatever is found later. */
export const duplicateDismissals = pgTable(
  "duplicate_dismissals",
  { ...twoSamples(), dismissedAt: timestamp({ withTimezone: true }).notNull().defaultNow() },
  (table) => [
    primaryKey({ columns: [table.sampleA, table.sampleB] }),
    index("duplicate_dismissals_sample_b_index").on(table.sampleB),
    index("duplicate_dismissals_owner_id_index").on(table.ownerId),
  ],
);

/**
 * The group of each sample that has duplicates: `recording` for the same bytes or recording, `near` for those and what
 * nearly sounds like them. Samples in the trash stay in their group, and are left out when it is read.
 */
export const sampleDuplicates = pgTable(
  "sample_duplicates",
  {
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    level: text({ enum: ["recording", "near"] }).notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    groupId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sampleId, table.level] }),
    index("sample_duplicates_owner_group_index").on(table.ownerId, table.level, table.groupId),
    index("sample_duplicates_group_id_index").on(table.groupId),
  ],
);
