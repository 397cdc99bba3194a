import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** Many samples as one job: an upload of many, an imported folder, or a selection that is analysed again. */
export const batches = pgTable(
  "batches",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: ["upload", "import", "analysis"] }).notNull(),
    name: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its owner stopped it. Null again once they retry what was stopped. */
    cancelledAt: timestamp({ withTimezone: true }),
    /** When nothing of it was left to do. Null while something is. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("batches_owner_created_index").on(table.ownerId, table.createdAt, table.id),
    index("batches_open_index").on(table.ownerId).where(sql`${table.endedAt} is null`),
  ],
);

/**
 * The samples of batches. How far a sample has come is told by its own row until it has ended; then the outcome is kept
 * here, so that what happens to the sample later does not change what became of it in this batch.
 */
export const batchItems = pgTable(
  "batch_items",
  {
    batchId: uuid()
      .notNull()
      .references(() => batches.id, { onDelete: "cascade" }),
    /** Without a reference: the batch still says what became of a sample that is gone. */
    sampleId: uuid().notNull(),
    fileName: text().notNull(),
    folderPath: text().notNull(),
    /** Whether the batch still has to hand the sample to the pipeline. */
    isDue: boolean().notNull().default(false),
    outcome: text({ enum: ["done", "failed", "cancelled"] }),
    /** Why it failed. */
    failureCode: text(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.sampleId] }),
    index("batch_items_sample_id_index").on(table.sampleId),
    index("batch_items_due_index").on(table.batchId, table.sampleId).where(sql`${table.isDue}`),
  ],
);
