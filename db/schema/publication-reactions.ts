import { doublePrecision, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { artists } from "./artists";
import { publications } from "./publications";
import { users } from "./users";

export const follows = pgTable(
  "follows",
  {
    artistId: uuid()
      .notNull()
      .references(() => artists.ownerId, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    followedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.artistId, table.userId] }),
    index("follows_user_index").on(table.userId, table.followedAt),
  ],
);

export const publicationFavourites = pgTable(
  "publication_favourites",
  {
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    favouritedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.publicationId, table.userId] }),
    index("publication_favourites_user_index").on(table.userId, table.favouritedAt),
  ],
);

/** What people say about a publication, at a time in the sound or about all of it. */
export const publicationComments = pgTable(
  "publication_comments",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    text: text().notNull(),
    /** Null if it is about all of it. */
    atSeconds: doublePrecision(),
    state: text({ enum: ["shown", "deleted", "removed"] })
      .notNull()
      .default("shown"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("publication_comments_publication_index").on(table.publicationId, table.createdAt, table.id),
    index("publication_comments_user_index").on(table.userId, table.createdAt),
  ],
);

/** What somebody thinks should not be public. An admin answers each. */
export const reports = pgTable(
  "reports",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    /** Null if the publication itself is meant. */
    commentId: uuid().references(() => publicationComments.id, { onDelete: "cascade" }),
    /** Null for somebody without an account, and once the account is deleted. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    reason: text({ enum: ["copyright", "offensive", "misleading", "spam", "other"] }).notNull(),
    text: text().notNull().default(""),
    state: text({ enum: ["open", "upheld", "dismissed"] })
      .notNull()
      .default("open"),
    reportedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    answeredBy: uuid().references(() => users.id, { onDelete: "set null" }),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("reports_state_index").on(table.state, table.reportedAt, table.id),
    index("reports_publication_index").on(table.publicationId),
    index("reports_comment_index").on(table.commentId),
    index("reports_user_index").on(table.userId, table.reportedAt),
    index("reports_answered_by_index").on(table.answeredBy),
  ],
);
