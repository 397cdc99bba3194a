import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** What a link in a mail proves. Only the SHA-256 is kept; a token is spent by the update that sets `usedAt`. */
export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: ["verify-email", "reset-password", "change-email"] }).notNull(),
    tokenHash: text().notNull().unique(),
    /** The address it was sent to: void once the account has another, or, where it changes the address, the new one. */
    email: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("one_time_tokens_user_id_index").on(table.userId)],
);
