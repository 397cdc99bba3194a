import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/**
 * Messages to a person's open pages, in order. Written in the transaction of the change, announced by NOTIFY, and
 * replayed from `Last-Event-ID` after a reconnect. Old rows are swept.
 */
export const liveEvents = pgTable(
  "live_events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text().notNull(),
    payload: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("live_events_user_id_index").on(table.userId, table.id),
    index("live_events_created_at_index").on(table.createdAt),
  ],
);
