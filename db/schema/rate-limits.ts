import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * One row per counter, `<class>:<who>`, with both of its windows, so that one statement updates both under the row's
 * lock. The migration makes the table unlogged: no request waits for the disk, and a database crash only resets
 * counters.
 */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  /** Requests admitted in the window that ends at `shortExpiresAt`. A window starts with its first request. */
  shortCount: integer().notNull(),
  shortExpiresAt: timestamp({ withTimezone: true }).notNull(),
  longCount: integer().notNull(),
  longExpiresAt: timestamp({ withTimezone: true }).notNull(),
  /** Whether the latest request was admitted. `refused` counts refusals since the long window began. */
  admitted: boolean().notNull(),
  refused: integer().notNull(),
});
