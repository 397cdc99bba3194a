import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

export const users = pgTable("users", {
  id: uuid().primaryKey().$defaultFn(uuidv7),
  /** Trimmed and lower-cased before it gets here. */
  email: text().notNull().unique(),
  emailVerifiedAt: timestamp({ withTimezone: true }),
  /** Registered while mail could be sent: the password opens nothing until the address is confirmed. */
  mustVerifyEmail: boolean().notNull().default(false),
  name: text().notNull(),
  /** Null for who only ever signed in through another service. */
  passwordHash: text(),
  role: text({ enum: ["free", "pro", "studio", "enterprise", "admin"] })
    .notNull()
    .default("free"),
  /** Made by the first start, so that there is something to look at. Never counts as the first person. */
  isDemo: boolean().notNull().default(false),
  /** Sees features that are switched on for beta users. */
  isBeta: boolean().notNull().default(false),
  /** An admin's own quota for this person; null leaves the role's. */
  uploadsPerDayOverride: integer(),
  storageBytesOverride: bigint({ mode: "number" }),
  suspendedAt: timestamp({ withTimezone: true }),
  /** Since when the account waits to be deleted; it can be called back until the grace period is over. */
  deletionRequestedAt: timestamp({ withTimezone: true }),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
