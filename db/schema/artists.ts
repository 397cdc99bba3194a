import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** What a person shows of themselves to everybody. Who has no row is not public. */
export const artists = pgTable("artists", {
  /** One for each account. */
  ownerId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** The last part of the page's address: lower case letters, digits and single hyphens. */
  handle: text().notNull().unique(),
  name: text().notNull(),
  bio: text().notNull().default(""),
  links: jsonb().$type<{ label: string; url: string }[]>().notNull().default([]),
  /** Key of the picture, which was drawn anew from what was uploaded: `avatars/<owner>/<attempt>`. */
  avatarKey: text(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
