import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What holds for the whole installation: settings, such as a pause of all analyses, and what a daily check found. */
export const systemSettings = pgTable("system_settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
