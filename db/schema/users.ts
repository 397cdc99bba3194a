import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

export const users = pgTable("users", {
  id: uuid().primaryKey().$defaultFn(uuidv7),
  /** Trimmed and in lower case before it is stored. */
  email: text().notNull().unique(),
  emailVerifiedAt: timestamp({ withTimezone: true }),
  /** Set if this server sent mail at registration: the password does not work until the address is confirmed. */
  mustVerifyEmail: boolean().notNull().default(false),
  name: text().notNull(),
  /** Null if the person has only ever signed in through another service. */
  passwordHash: text(),
  role: text({ enum: ["free", "pro", "studio", "enterprise", "admin"] })
    .notNull()
    .default("free"),
  /** Created at the first start as an example. It never counts as the first person. */
  isDemo: boolean().notNull().default(false),
  /** Has features that are on for beta users. */
  isBeta: boolean().notNull().default(false),
  /** A quota for this person alone. Null means the role's. */
  uploadsPerDayOverride: integer(),
  storageBytesOverride: bigint({ mode: "number" }),
  suspendedAt: timestamp({ withTimezone: true }),
  /** When deletion was requested. It can be cancelled until the grace period is over. */
  deletionRequestedAt: timestamp({ withTimezone: true }),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
