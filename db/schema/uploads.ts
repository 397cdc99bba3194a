import { bigint, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { samples } from "./samples";
import { users } from "./users";

/** A running upload: one presigned PUT, or a multipart upload that survives a reload. */
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
    /** Null for a single PUT. */
    multipartUploadId: text(),
    partSizeBytes: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    completedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("uploads_owner_id_index").on(table.ownerId), index("uploads_expires_at_index").on(table.expiresAt)],
);
