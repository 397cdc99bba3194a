import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Failed sign-ins by account and by address; the wait doubles with every failure past the free ones. */
export const signInFailures = pgTable("sign_in_failures", {
  /** `account:<normalised e-mail>` (whether it exists or not) or `address:<client address>`. */
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailureAt: timestamp({ withTimezone: true }).notNull(),
  lockedUntil: timestamp({ withTimezone: true }),
});
