import { sql } from "drizzle-orm";
import { check, doublePrecision, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { samples } from "./samples";
import { users } from "./users";

/** The sounds that a person found in one recording, in seconds of it. */
export const slices = pgTable(
  "slices",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    name: text().notNull(),
    startSeconds: doublePrecision().notNull(),
    endSeconds: doublePrecision().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("slices_sample_id_index").on(table.sampleId, table.startSeconds),
    index("slices_owner_id_index").on(table.ownerId),
    check("slices_are_forwards", sql`${table.endSeconds} > ${table.startSeconds}`),
  ],
);

/** Where a sample is from that was cut out of another. The link goes with either of them. */
export const sampleOrigins = pgTable(
  "sample_origins",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    parentId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    startSeconds: doublePrecision().notNull(),
    endSeconds: doublePrecision().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("sample_origins_owner_id_index").on(table.ownerId),
    // The same part makes one sample, also from two pages at once.
    uniqueIndex("sample_origins_part_index").on(table.parentId, table.startSeconds, table.endSeconds),
  ],
);
