import { sql } from "drizzle-orm";
import { integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** What people come back to: a view of their library under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The query string of the library's address, without the question mark. */
    address: text().notNull(),
    /** Its place among the owner's: 0, 1, 2 … without gaps. */
    position: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("saved_views_owner_name_index").on(table.ownerId, sql`lower(${table.name})`)],
);
