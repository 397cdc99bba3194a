import { bigserial, index, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Samples whose search document is out of date. Triggers on every table that a document is made from write here, in the
 * transaction of the change, so that nothing can change behind the index's back. No foreign key: a removed sample must
 * be queued too.
 */
export const searchQueue = pgTable(
  "search_queue",
  {
    sampleId: uuid().primaryKey(),
    /** Changes with every change of the sample, so that one that comes while the document is made is not lost. */
    change: bigserial({ mode: "number" }).notNull(),
    queuedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("search_queue_change_index").on(table.change)],
);
