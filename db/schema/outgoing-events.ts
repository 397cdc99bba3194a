import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Outbox of events for the executor. Written in the transaction they tell of, and deleted once the executor has
 * accepted them. The executor drops an id that it has already seen.
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
