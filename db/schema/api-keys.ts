import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** `smk_` and 32 random bytes. Shown once, stored as SHA-256. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The first characters, by which a person recognises the key. */
    prefix: text().notNull(),
    keyHash: text().notNull().unique(),
    /** Permissions. Whatever the owner loses, the key loses too. */
    scopes: text().array().notNull(),
    /** CIDR blocks from which it may be used. Empty means anywhere. */
    allowedCidrs: text().array().notNull(),
    /** Requests per minute. Null means the limit of each kind of request. */
    requestsPerMinute: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }),
    lastUsedAt: timestamp({ withTimezone: true }),
    lastUsedAddress: text(),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("api_keys_user_id_index").on(table.userId)],
);
