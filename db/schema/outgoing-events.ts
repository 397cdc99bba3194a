import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Events on their way to the executor, written in the transaction of what they tell of and deleted once the executor
 * has them. Its id is the event's, by which the executor drops one that it is handed twice.
 */
export const outgoingEvents = pgTable(
  "outgoing_events",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    payload: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("outgoing_events_created_at_index").on(table.createdAt)],
);
