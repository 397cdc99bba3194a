import { char, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Objects that nothing refers to any more, recorded in the transaction that dropped the last reference. The sweep
 * deletes them, so that neither an outage of storage nor a late write to a signed URL leaves anything behind.
 */
export const objectDeletions = pgTable(
  "object_deletions",
  {
    objectKey: text().primaryKey(),
    /** Set for a multipart upload that never became an object. */
    multipartUploadId: text(),
    /** Set for artefacts: they stay while any sample needs these bytes. */
    sha256: char({ length: 64 }),
    notBefore: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("object_deletions_not_before_index").on(table.notBefore)],
);
