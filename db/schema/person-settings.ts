import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** What a person chose. Who has no row has the defaults. */
export const personSettings = pgTable("person_settings", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Appearance, notation, language: as the room that reads them describes it. */
  choices: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  digest: text({ enum: ["never", "daily", "weekly"] })
    .notNull()
    .default("never"),
  digestSentAt: timestamp({ withTimezone: true }),
  /** When the checklist of the first hour was put away. */
  checklistEndedAt: timestamp({ withTimezone: true }),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
