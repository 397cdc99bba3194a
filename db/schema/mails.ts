import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** Mails to be sent or, without an SMTP server, to be passed on by the admin. Old rows are swept. */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
    attempts: integer().notNull().default(0),
    /** When to try next. Null if it is sent or given up, or is only for the admin to read. */
    nextAttemptAt: timestamp({ withTimezone: true }),
    /** Code of the last failed attempt. */
    failure: text(),
  },
  (table) => [
    index("mails_created_at_index").on(table.createdAt),
    index("mails_next_attempt_at_index").on(table.nextAttemptAt),
  ],
);
