import { sql } from "drizzle-orm";
import { bigint, boolean, char, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

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
    /** Whose bytes these are. No reference: the account may be gone before they are. */
    ownerId: uuid(),
    /** How many bytes still count against the owner: until they are deleted and no address can bring them back. */
    countedBytes: bigint({ mode: "number" }).notNull().default(0),
    /** Found in storage without a row. A row may still turn up, so this is asked again before it is deleted. */
    isOrphan: boolean().notNull().default(false),
    notBefore: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("object_deletions_not_before_index").on(table.notBefore),
    index("object_deletions_owner_id_index").on(table.ownerId).where(sql`${table.countedBytes} > 0`),
  ],
);
