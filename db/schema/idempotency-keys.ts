import { char, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/**
 * What an API operation answered to a request that carried an `Idempotency-Key`, so that the same request sent again
 * is given the same answer. Old rows are swept.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `POST /uploads`: the same key may be used with another operation. */
    operation: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of path and body: the same key with another request is a mistake of the client. */
    requestHash: char({ length: 64 }).notNull(),
    /** Null while the first request is being worked on. */
    status: integer(),
    body: jsonb(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.operation, table.key] }),
    index("idempotency_keys_created_at_index").on(table.createdAt),
  ],
);
