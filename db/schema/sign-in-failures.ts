import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Failed sign-ins by account and by address. After the free ones, every failure doubles the wait. */
export const signInFailures = pgTable("sign_in_failures", {
  /** `account:<normalised e-mail>`, whether or not that account exists, or `address:<client address>`. */
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailureAt: timestamp({ withTimezone: true }).notNull(),
  lockedUntil: timestamp({ withTimezone: true }),
});
