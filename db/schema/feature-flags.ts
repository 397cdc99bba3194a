import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** Flags that an admin has changed. A flag without a row has its default. */
export const featureFlags = pgTable("feature_flags", {
  name: text().primaryKey(),
  /** If false, only people with an override have it. */
  enabled: boolean().notNull(),
  /** Roles that have it. Empty means all. */
  roles: text().array().notNull(),
  /** Only for beta users. */
  betaOnly: boolean().notNull().default(false),
  /** Percentage of people who have it, by a stable hash of flag and person. */
  rolloutPercent: integer().notNull().default(100),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** A setting for one person, which wins over everything else. */
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
