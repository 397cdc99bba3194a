import { bigint, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

/** A ZIP of everything that belongs to one person, in the object store. */
export const dataExports = pgTable(
  "data_exports",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    status: text({ enum: ["requested", "ready", "failed", "expired"] })
      .notNull()
      .default("requested"),
    objectKey: text(),
    sizeBytes: bigint({ mode: "number" }),
    failure: text(),
    requestedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readyAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("data_exports_user_id_index").on(table.userId)],
);
