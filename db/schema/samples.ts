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
    /** The file's name on its owner's device. Only shown, never used as a path or key. */
    fileName: text().notNull(),
    /** Path inside the dropped folder, with `/` between its parts. Empty at the top. */
    folderPath: text().notNull().default(""),
    status: text({ enum: ["uploading", "uploaded", "processing", "completed", "failed"] })
      .notNull()
      .default("uploading"),
    /** Key of the original: `originals/<sample id>`. Null until uploaded, and if the file was refused and deleted. */
    objectKey: text(),
    /** Since when the sweep misses the object in storage. Null while it is there. */
    originalMissingAt: timestamp({ withTimezone: true }),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** Set if the file took too long for the lane that its size suggests. The bytes stay the same, and so does this. */
    lane: text({ enum: ["quick", "full"] }),
    /** As the browser computed it, until `verify` has read the bytes and replaces it. */
    sha256: char({ length: 64 }).notNull(),
    declaredType: text().notNull(),
    failureCode: text(),
    /** How often processing has started. Past a limit the sweep gives up. */
    attempts: integer().notNull().default(0),
    /** The run that owns the sample while `processing`. Writes of any other run have no effect. */
    runId: text(),
    /** While `processing`: after this time the sweep queues it again. */
    leaseUntil: timestamp({ withTimezone: true }),
    /** While `uploaded`: when it was queued for the executor. The sweep queues rows that have null. */
    queuedAt: timestamp({ withTimezone: true }),
    /**
     * While an analysed sample is analysed again: since when. Results from before stay until there are newer ones, and if
     * there will be none, the sample is `completed` with them once more, and `failureCode` says why.
     */
    reanalysisAskedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    statusChangedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its owner marked it as a favourite. Null if it is none. */
    favouritedAt: timestamp({ withTimezone: true }),
    /** What its owner says about the rights in it. Null where nothing is said. */
    licence: text({ enum: ["cc0", "cc-by", "cc-by-nc", "all-rights-reserved"] }),
    aiTraining: text({ enum: ["allowed", "not_allowed"] }),
    /** Set by delete and cleared by undo. The purge removes the row and its objects later. */
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
