import { boolean, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

export const users = pgTable("users", {
  id: uuid().primaryKey().$defaultFn(uuidv7),
  /** Trimmed and lower-cased before it gets here. */
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  role: text({ enum: ["free", "pro", "studio", "enterprise", "admin"] })
    .notNull()
    .default("free"),
  /** Made by the first start, so that there is something to look at. Never counts as the first person. */
  isDemo: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
