import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * One row a counter, `<class>:<who>`, with both of its windows, so that one statement settles both under the row's
 * lock. Unlogged by its migration: a crash of the database forgets counters, and no request waits for the disk.
 */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  /** Requests let through in the window that ends then; a window begins with its first request. */
  shortCount: integer().notNull(),
  shortExpiresAt: timestamp({ withTimezone: true }).notNull(),
  longCount: integer().notNull(),
  longExpiresAt: timestamp({ withTimezone: true }).notNull(),
  /** Whether the latest request was let through, and how many were not since the long window began. */
  admitted: boolean().notNull(),
  refused: integer().notNull(),
});
