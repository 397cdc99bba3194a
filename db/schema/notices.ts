import { index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** What happened that concerns a person, for the list in the app and the digest by mail. */
export const notices = pgTable(
  "notices",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    /** By kind, as the room that writes them describes it. */
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Something told once stays one notice: the same thing twice has the same key. */
    sameAs: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    /** When it went out in a digest, or was left out of one because it had been read. */
    digestedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("notices_user_index").on(table.userId, table.createdAt, table.id),
    uniqueIndex("notices_same_index").on(table.userId, table.sameAs),
  ],
);
