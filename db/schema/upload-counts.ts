import { date, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** Uploads begun a day (UTC). A guarded upsert takes a slot, so two at once cannot both take the last. */
export const uploadCounts = pgTable(
  "upload_counts",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    uploads: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
);
