import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** Tokens of links in mails. Only the SHA-256 is stored. A token is spent by the update that sets `usedAt`. */
export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: ["verify-email", "reset-password", "change-email"] }).notNull(),
    tokenHash: text().notNull().unique(),
    /**
     * The address that the link was sent to. The link is void if the account has another address by then. For a change
     * of address, this is the new one.
     */
    email: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("one_time_tokens_user_id_index").on(table.userId)],
);
