import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { samples } from "./samples";
import { users } from "./users";

/** Samples that a person puts together, in an order of their own. One with a query is smart: it has what the query finds. */
export const collections = pgTable(
  "collections",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    parentId: uuid(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** A name of the palette. */
    colour: text().notNull(),
    /** The sample whose cover it shows. Null for a drawn one. */
    coverSampleId: uuid().references(() => samples.id, { onDelete: "set null" }),
    /** As it is typed into the search box. Null if the samples were put in one by one. */
    query: text(),
    /** Place among the owner's collections with the same parent. */
    position: doublePrecision().notNull(),
    /** Grows with every edit of a field. */
    version: integer().notNull().default(1),
    /** For each field that was edited: the version that did it, and who. */
    edits: jsonb().$type<Record<string, { version: number; by: string }>>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set by delete and cleared by undo. The sweep removes the row later. */
    deletedAt: timestamp({ withTimezone: true }),
    /** With the key below: a parent is on level 0, so nothing is nested deeper, whatever two requests do at once. */
    level: smallint().notNull().generatedAlwaysAs(sql`case when parent_id is null then 0 else 1 end`),
    parentLevel: smallint().generatedAlwaysAs(sql`case when parent_id is null then null else 0 end`),
  },
  (table) => [
    unique("collections_nesting_key").on(table.id, table.ownerId, table.level),
    foreignKey({
      name: "collections_parent_key",
      columns: [table.parentId, table.ownerId, table.parentLevel],
      foreignColumns: [table.id, table.ownerId, table.level],
    }).onDelete("cascade"),
    index("collections_owner_position_index").on(table.ownerId, table.position, table.id),
    index("collections_parent_id_index").on(table.parentId),
    index("collections_cover_sample_id_index").on(table.coverSampleId),
    index("collections_deleted_at_index").on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);

export const collectionItems = pgTable(
  "collection_items",
  {
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    /** Always the sample's owner: nobody adds what is not theirs. */
    addedBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    position: doublePrecision().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.collectionId, table.sampleId] }),
    index("collection_items_position_index").on(table.collectionId, table.position, table.sampleId),
    index("collection_items_sample_id_index").on(table.sampleId),
    index("collection_items_added_by_index").on(table.addedBy),
  ],
);

/** Who was asked to share a collection. Whoever has the address becomes a member by joining. */
export const collectionMembers = pgTable(
  "collection_members",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    /** As the owner typed it, in lower case. It need not belong to an account. */
    email: text().notNull(),
    /** Null until the person has joined. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ["view", "add"] }).notNull(),
    invitedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    joinedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("collection_members_email_index").on(table.collectionId, table.email),
    uniqueIndex("collection_members_user_index").on(table.userId, table.collectionId),
    index("collection_members_invited_index").on(table.email),
  ],
);

/** Links by which anybody hears a collection. Only the hash of the token is kept. */
export const collectionLinks = pgTable(
  "collection_links",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    /** Whether the originals can be downloaded. */
    allowsDownload: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index("collection_links_collection_id_index").on(table.collectionId)],
);
