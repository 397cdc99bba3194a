import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** One change of many samples. Kept for a while, so that it can be undone. */
export const bulkEdits = pgTable(
  "bulk_edits",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What was to change, as it was asked for. */
    changes: jsonb().notNull(),
    /** Samples that were meant. */
    total: integer().notNull().default(0),
    /** How many samples came to which result so far. */
    results: jsonb().$type<Record<string, number>>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When a process last worked on it. */
    workedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp({ withTimezone: true }),
    undoAskedAt: timestamp({ withTimezone: true }),
    /** How many samples the undoing brought to which result so far. */
    undoResults: jsonb().$type<Record<string, number>>().notNull().default({}),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("bulk_edits_owner_created_index").on(table.ownerId, table.createdAt, table.id),
    index("bulk_edits_created_at_index").on(table.createdAt),
    index("bulk_edits_open_index")
      .on(table.workedAt)
      .where(sql`${table.endedAt} is null or (${table.undoAskedAt} is not null and ${table.undoneAt} is null)`),
  ],
);

/** What became of each sample of a bulk edit, and what its values were before. */
export const bulkEditItems = pgTable(
  "bulk_edit_items",
  {
    bulkEditId: uuid()
      .notNull()
      .references(() => bulkEdits.id, { onDelete: "cascade" }),
    /** Without a reference: it may be somebody else's, or gone. */
    sampleId: uuid().notNull(),
    /** Null until its turn has come. */
    result: text(),
    /** The values that were changed, as they were. */
    before: jsonb(),
    /** The same values as the edit left them. Only where they are still so does undoing change them. */
    made: jsonb(),
    /** Null until it is undone. */
    undoResult: text(),
  },
  (table) => [
    primaryKey({ columns: [table.bulkEditId, table.sampleId] }),
    index("bulk_edit_items_waiting_index").on(table.bulkEditId, table.sampleId).where(sql`${table.result} is null`),
    index("bulk_edit_items_undo_index")
      .on(table.bulkEditId, table.sampleId)
      .where(sql`${table.result} = 'changed' and ${table.undoResult} is null`),
  ],
);
