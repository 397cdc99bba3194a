import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** Invitations to register, made by admins. Only the SHA-256 of a link's token is stored. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    tokenHash: text().notNull().unique(),
    /** The only address that may register with it. Null for whoever has the link, and once it was used. */
    email: text(),
    createdBy: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true }),
    usedAt: timestamp({ withTimezone: true }),
    usedBy: uuid().references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    index("invitations_email_index").on(table.email),
    index("invitations_created_by_index").on(table.createdBy),
    index("invitations_used_by_index").on(table.usedBy),
  ],
);
