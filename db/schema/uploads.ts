import { bigint, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { samples } from "./samples";
import { users } from "./users";

/**
 * A running upload. In storage it is always a multipart upload, because the address of a part stops with it. A small
 * file is a single part; one with several parts survives a reload.
 */
export const uploads = pgTable(
  "uploads",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    sampleId: uuid()
      .notNull()
      .unique()
      .references(() => samples.id, { onDelete: "cascade" }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    objectKey: text().notNull(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** Null only in rows of versions that signed the PUT of a whole object. */
    multipartUploadId: text(),
    /** Null for a single part. */
    partSizeBytes: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    completedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("uploads_owner_id_index").on(table.ownerId),
    index("uploads_expires_at_index").on(table.expiresAt),
    index("uploads_object_key_index").on(table.objectKey),
  ],
);
