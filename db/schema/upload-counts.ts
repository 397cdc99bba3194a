import { date, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/**
 * Uploads started per day (UTC). A conditional upsert takes a place, so that two simultaneous uploads cannot both take
 * the last one.
 */
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
