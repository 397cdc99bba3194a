import { sql } from "drizzle-orm";
import { bigint, char, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { users } from "./users";

export const samples = pgTable(
  "samples",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The file's own name as its owner had it; shown, never used as a path or key. */
    fileName: text().notNull(),
    /** Folder inside the dropped folder, `/` between its parts; empty at the top. */
    folderPath: text().notNull().default(""),
    status: text({ enum: ["uploading", "uploaded", "processing", "completed", "failed"] })
      .notNull()
      .default("uploading"),
    /** Where the original lies: `originals/<sample id>`. Null once a refused file's object is gone. */
    objectKey: text(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** As the browser computed it until `verify` has read the bytes, then as read. */
    sha256: char({ length: 64 }).notNull(),
    declaredType: text().notNull(),
    failureCode: text(),
    /** How often processing began; the sweep gives up past a limit. */
    attempts: integer().notNull().default(0),
    /** The run that owns it while `processing`; a write of any other run is lost. */
    runId: text(),
    /** While `processing`: past this the sweep queues it again. */
    leaseUntil: timestamp({ withTimezone: true }),
    /** While `uploaded`: when the executor took the event. Null is what the sweep looks for. */
    queuedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    statusChangedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set by delete, cleared by undo; the purge removes the row and its objects afterwards. */
    deletedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("samples_owner_created_index").on(table.ownerId, table.createdAt),
    index("samples_owner_sha256_index").on(table.ownerId, table.sha256),
    index("samples_sha256_index").on(table.sha256),
    index("samples_status_index").on(table.status, table.leaseUntil),
    index("samples_deleted_at_index").on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);
