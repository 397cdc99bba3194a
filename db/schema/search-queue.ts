import { bigserial, pgTable, uuid } from "drizzle-orm/pg-core";

/**
 * Samples whose search document is out of date. Triggers on the tables that documents are made of add a row in the
 * transaction of the change, so nothing that changes a sample can forget it. The indexer deletes the rows it has read.
 * Rows are only added, never updated: two changes of one sample do not wait for each other.
 */
export const searchQueue = pgTable("search_queue", {
  change: bigserial({ mode: "number" }).primaryKey(),
  /** No foreign key: that a sample was deleted is a change too. */
  sampleId: uuid().notNull(),
});
