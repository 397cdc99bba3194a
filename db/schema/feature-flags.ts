import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** What an admin changed; a flag without a row is at its default. */
export const featureFlags = pgTable("feature_flags", {
  name: text().primaryKey(),
  /** Off is off for everybody. */
  enabled: boolean().notNull(),
  /** Roles that have it; empty = all. */
  roles: text().array().notNull(),
  /** Only for beta users. */
  betaOnly: boolean().notNull().default(false),
  /** Share of people who have it, 0 … 100, by a stable hash of flag and person. */
  rolloutPercent: integer().notNull().default(100),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** One person's own answer; it wins over everything. */
export const featureFlagOverrides = pgTable(
  "feature_flag_overrides",
  {
    flag: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    enabled: boolean().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.flag, table.userId] })],
);
