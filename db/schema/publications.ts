import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { tsvector } from "@/db/column-types";
import { samples } from "./samples";
import { users } from "./users";

const LICENCES = ["cc0", "cc-by", "cc-by-nc", "all-rights-reserved"] as const;

/**
 * Samples that their owners show to everybody. A row is kept when it is withdrawn, so that its address says "gone" and is
 * never given to another; its texts are emptied then.
 */
export const publications = pgTable(
  "publications",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null once the sample is purged. */
    sampleId: uuid().references(() => samples.id, { onDelete: "set null" }),
    /** The last part of the page's address. Never given twice. */
    slug: text().notNull().unique(),
    state: text({ enum: ["public", "withdrawn", "taken_down"] })
      .notNull()
      .default("public"),
    title: text().notNull(),
    description: text().notNull().default(""),
    /** What its owner lets it be found by: from the analysis, with their corrections. */
    tags: text().array().notNull().default([]),
    licence: text({ enum: LICENCES }).notNull(),
    aiTraining: text({ enum: ["allowed", "not_allowed"] }).notNull(),
    /** Whether the original can be downloaded. Otherwise there is only the preview. */
    allowsDownload: boolean().notNull(),
    /** The effective values at the last change, so that a list needs no other table. */
    bpm: doublePrecision(),
    /** 0–1, as that of the key; 1 for what a person has corrected. Null without a value. */
    bpmConfidence: doublePrecision(),
    keyTonic: smallint(),
    keyMode: text({ enum: ["major", "minor"] }),
    keyConfidence: doublePrecision(),
    kind: text({ enum: ["one-shot", "loop", "track"] }),
    seconds: doublePrecision().notNull(),
    lufs: doublePrecision(),
    sha256: char({ length: 64 }).notNull(),
    /** The waveform of lists: one byte for each part, base64. */
    overview: text(),
    /** What can be asked for exactly, as in `search_documents`, without what is nobody else's business. */
    facets: text().array().notNull().default([]),
    document: tsvector().notNull().default(sql`''::tsvector`),
    /** The revision of the sample's search document of which the values are. −1: they are to be read anew. */
    valuesRevision: bigint({ mode: "number" }).notNull().default(-1),
    /** What strangers hear: `previews/<id>/<attempt>`. Null until it is made, and if it cannot be. */
    previewKey: text(),
    /** The rule by which it was made, or by which it cannot be; 0 if that is to be done. */
    previewVersion: smallint().notNull().default(0),
    /** How often it was downloaded, and how many plays qualified. */
    downloadCount: integer().notNull().default(0),
    playCount: integer().notNull().default(0),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** After this it is gone, as if it were withdrawn. */
    expiresAt: timestamp({ withTimezone: true }),
    /** When it was withdrawn or taken down. */
    goneAt: timestamp({ withTimezone: true }),
    /** Why an admin took it down, for its owner. */
    takenDownReason: text(),
    /** What its owner answered to that. */
    appeal: text(),
    appealedAt: timestamp({ withTimezone: true }),
    /** When an admin answered the appeal. There is one for each time that it is taken down. */
    appealAnsweredAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // A sample is public once at a time. An old row stays for its address.
    uniqueIndex("publications_public_sample_index").on(table.sampleId).where(sql`state <> 'withdrawn'`),
    index("publications_sample_id_index").on(table.sampleId),
    index("publications_owner_index").on(table.ownerId, table.publishedAt, table.id),
    index("publications_public_index").on(table.publishedAt, table.id).where(sql`state = 'public'`),
    index("publications_plays_index").on(table.playCount, table.id).where(sql`state = 'public'`),
    index("publications_words_index").using("gin", table.document, table.facets),
    index("publications_expires_index").on(table.expiresAt).where(sql`expires_at is not null and state = 'public'`),
    index("publications_appealed_index")
      .on(table.appealedAt, table.id)
      .where(sql`appeal is not null and appeal_answered_at is null`),
    index("publications_preview_key_index").on(table.previewKey),
  ],
);

/** Who got what under which licence, as it was then. Stays when the publication is gone, and for whoever got it. */
export const publicationDownloads = pgTable(
  "publication_downloads",
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    publicationId: uuid().references(() => publications.id, { onDelete: "set null" }),
    /** Null for somebody without an account, and once the account is deleted. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    title: text().notNull(),
    artistName: text().notNull(),
    address: text().notNull(),
    licence: text({ enum: LICENCES }).notNull(),
    aiTraining: text({ enum: ["allowed", "not_allowed"] }).notNull(),
    sha256: char({ length: 64 }).notNull(),
    downloadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("publication_downloads_publication_index").on(table.publicationId, table.downloadedAt),
    index("publication_downloads_user_index").on(table.userId, table.downloadedAt),
  ],
);
