import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** Mail to be sent or, without an SMTP server, to be read out by the admin. Swept after a while. */
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
    /** When to try next; null where it is sent, given up, or only to be read by the admin. */
    nextAttemptAt: timestamp({ withTimezone: true }),
    /** The code of the last failed attempt. */
    failure: text(),
  },
  (table) => [
    index("mails_created_at_index").on(table.createdAt),
    index("mails_next_attempt_at_index").on(table.nextAttemptAt),
  ],
);
