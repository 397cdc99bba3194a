import { sql } from "drizzle-orm";
import { bigint, char, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { bytea } from "@/db/column-types";
import { batches } from "./batches";
import { samples } from "./samples";
import { users } from "./users";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });
const moment = () => timestamp({ withTimezone: true });
const count = () => integer().notNull().default(0);
const bytes = () => bigint({ mode: "number" }).notNull().default(0);

/** A folder on the server that a person imports. */
export const importFolders = pgTable(
  "import_folders",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: owner(),
    /** The allowed directory, as the operator wrote it. Shown to nobody but admins. */
    root: text().notNull(),
    /** Below the allowed directory, with `/` between the names and none at the ends. Bytes, because names are. */
    path: bytea().notNull(),
    pathHash: bytea().generatedAlwaysAs(sql`sha256(path)`),
    /** What people read: the last name, and the path from the allowed directory's name. */
    name: text().notNull(),
    shownPath: text().notNull(),
    schedule: text({ enum: ["off", "hourly", "daily", "weekly"] })
      .notNull()
      .default("off"),
    nextScanAt: moment(),
    /** Device and number of the folder when files were last found in it: another disk may be there now, or none. */
    identity: text(),
    /** Other disks that were mounted inside it when files were last found on them; paths below it, in base64url. */
    disks: jsonb().$type<{ path: string; identity: string; foundAt: string }[]>().notNull().default([]),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("import_folders_owner_path_index").on(table.ownerId, table.root, table.pathHash),
    index("import_folders_next_scan_index").on(table.nextScanAt).where(sql`${table.nextScanAt} is not null`),
  ],
);

/** One look at a folder, from the walk to the last file that is read. */
export const importScans = pgTable(
  "import_scans",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    folderId: uuid()
      .notNull()
      .references(() => importFolders.id, { onDelete: "cascade" }),
    ownerId: owner(),
    /** `stopped` and `unreachable` say why in `reason`, and can be resumed. */
    status: text({ enum: ["waiting", "running", "paused", "stopped", "unreachable", "completed", "cancelled"] })
      .notNull()
      .default("waiting"),
    reason: text(),
    /** What it brings in. Null until there is something, and for who may have no batches. */
    batchId: uuid().references(() => batches.id, { onDelete: "set null" }),
    phase: text({ enum: ["walking", "reading"] })
      .notNull()
      .default("walking"),
    /** The run that works on it. Writes of any other run have no effect. */
    runId: text(),
    leaseUntil: moment(),
    queuedAt: moment().notNull().defaultNow(),
    /** When the sweep resumes a scan that is stopped or unreachable. Null if only a person does. */
    tryAgainAt: moment(),
    /** As `import_folders.identity`, when this scan began to walk. */
    identity: text(),
    filesFound: count(),
    filesLeftOut: count(),
    filesToRead: count(),
    filesRead: count(),
    filesNew: count(),
    filesKnown: count(),
    filesChanged: count(),
    filesMoved: count(),
    filesFailed: count(),
    filesGone: count(),
    bytesToRead: bytes(),
    bytesRead: bytes(),
    bytesCopied: bytes(),
    /** How long files were read, without pauses. */
    readingMs: bytes(),
    createdAt: moment().notNull().defaultNow(),
    finishedAt: moment(),
  },
  (table) => [
    uniqueIndex("import_scans_active_index")
      .on(table.folderId)
      .where(sql`${table.status} not in ('completed', 'cancelled')`),
    index("import_scans_folder_index").on(table.folderId, table.createdAt),
    index("import_scans_owner_index").on(table.ownerId),
    index("import_scans_batch_index").on(table.batchId),
    index("import_scans_open_index").on(table.status).where(sql`${table.status} not in ('completed', 'cancelled')`),
  ],
);

/** One file of a folder, in one version: an edited file becomes another row, and the old one stays. */
export const importFiles = pgTable(
  "import_files",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    folderId: uuid()
      .notNull()
      .references(() => importFolders.id, { onDelete: "cascade" }),
    ownerId: owner(),
    /** Below the folder, as bytes. */
    path: bytea().notNull(),
    pathHash: bytea().generatedAlwaysAs(sql`sha256(path)`),
    shownPath: text().notNull(),
    sizeBytes: bytes(),
    /** Size, times and number of the file when it was read. While they are the same, so are the bytes. */
    fingerprint: text(),
    sha256: char({ length: 64 }),
    /** `imported`: its bytes were copied. `known`: the library had them. */
    state: text({ enum: ["new", "imported", "known", "failed"] })
      .notNull()
      .default("new"),
    failureCode: text(),
    /** Since when it is to be read. Null if nothing is to be done. */
    waitingSince: moment(),
    notBefore: moment(),
    tries: count(),
    sampleId: uuid().references(() => samples.id, { onDelete: "set null" }),
    /** What the sample was called by the import. If it is called otherwise, its owner has renamed it. */
    sampleName: text(),
    sampleFolder: text(),
    /** The scan that saw it last, and the one that read it. */
    seenBy: uuid().notNull(),
    readBy: uuid(),
    goneAt: moment(),
    /** Since when the file has other bytes than this version. */
    replacedAt: moment(),
    movedFrom: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("import_files_path_index").on(table.folderId, table.pathHash).where(sql`${table.replacedAt} is null`),
    index("import_files_folder_index").on(table.folderId, table.id),
    index("import_files_waiting_index").on(table.folderId, table.id).where(sql`${table.waitingSince} is not null`),
    index("import_files_bytes_index").on(table.folderId, table.sha256),
    index("import_files_sample_index").on(table.sampleId),
    index("import_files_read_by_index").on(table.readBy),
    index("import_files_owner_index").on(table.ownerId),
  ],
);
