import { doublePrecision, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** An order of samples that was worked out, with why each is where it is. */
export const playlists = pgTable(
  "playlists",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** What was asked for: the curve and the pinned ends. */
    wishes: jsonb().notNull(),
    /** The samples in their order, each with its step. Those that are gone are left out when it is read. */
    steps: jsonb().notNull(),
    cost: doublePrecision().notNull(),
    greedyCost: doublePrecision().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("playlists_owner_id_index").on(table.ownerId, table.id)],
);
