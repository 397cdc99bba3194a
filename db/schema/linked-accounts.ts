import { index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/**
 * Other services through which a person signs in. Linked only while signed in, never because an e-mail address matches.
 */
export const linkedAccounts = pgTable(
  "linked_accounts",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: text({ enum: ["google", "github", "spotify"] }).notNull(),
    /** The person's id at that service. */
    providerAccountId: text().notNull(),
    /** Their name there, only so that they recognise it. */
    label: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique("linked_accounts_provider_account_unique").on(table.provider, table.providerAccountId),
    unique("linked_accounts_user_provider_unique").on(table.userId, table.provider),
    index("linked_accounts_user_id_index").on(table.userId),
  ],
);
