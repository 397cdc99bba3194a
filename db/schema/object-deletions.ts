import { char, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Objects that nothing refers to any more, written in the transaction that forgot them. The sweep deletes
 * them, so that storage being away, or a late write through an address signed earlier, leaves nothing behind.
 */
export const objectDeletions = pgTable(
  "object_deletions",
  {
    objectKey: text().primaryKey(),
    /** Parts of an upload that never became an object. */
    multipartUploadId: text(),
    /** Set for artefacts: they stay while any sample has these bytes. */
    sha256: char({ length: 64 }),
    notBefore: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("object_deletions_not_before_index").on(table.notBefore)],
);
