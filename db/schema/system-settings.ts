import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Settings for the whole installation, such as a pause of all analyses. */
export const systemSettings = pgTable("system_settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
