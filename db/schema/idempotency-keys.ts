import { char, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/**
 * The API's answers to requests with an `Idempotency-Key`, so that a repeated request gets the same answer. Old rows
 * are swept.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Such as `POST /uploads`. The same key may be used with another operation. */
    operation: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of path and body. The same key with a different request is a mistake of the client. */
    requestHash: char({ length: 64 }).notNull(),
    /** Null while the first request is still running. */
    status: integer(),
    body: jsonb(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.operation, table.key] }),
    index("idempotency_keys_created_at_index").on(table.createdAt),
  ],
);
