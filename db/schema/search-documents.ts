import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * One row a sample with everything that searches ask for: words, effective values (a correction before the estimate)
 * and the embedding. Made by the indexer alone, one transaction after the other, so that revisions grow in the order in
 * which they are committed: who reads on from a revision misses nothing.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    sampleId: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    revision: bigint({ mode: "number" }).notNull(),
    /** A removed or deleted sample. The row stays for a while, so that readers of revisions learn of it. */
    isDeleted: boolean().notNull().default(false),
    document: tsvector().notNull(),
    /** The words of title and name, for fuzzy search. */
    nameText: text().notNull(),
    folderPath: text().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull(),
    durationSeconds: doublePrecision(),
    bpm: doublePrecision(),
    /** 0–11 major, 12–23 minor. */
    key: smallint(),
    integratedLufs: doublePrecision(),
    kind: text({ enum: ["one-shot", "loop", "track"] }),
    /** All words that can be asked for as a tag: the person's own, and what the analysis is certain of. */
    tags: text().array().notNull(),
    instruments: text().array().notNull(),
    genres: text().array().notNull(),
    moods: text().array().notNull(),
    isFavourite: boolean().notNull(),
    isFailed: boolean().notNull(),
    isCorrected: boolean().notNull(),
    isUnsure: boolean().notNull(),
    /** 96 numbers of 32 bits, little-endian. Null without an analysis. */
    embedding: bytea(),
  },
  (table) => [
    index("search_documents_revision_index").on(table.revision),
    index("search_documents_owner_document_index").using("gin", table.ownerId, table.document),
    index("search_documents_owner_name_index").using("gin", table.ownerId, sql`${table.nameText} gin_trgm_ops`),
    index("search_documents_owner_tags_index").using("gin", table.ownerId, table.tags),
    index("search_documents_owner_added_index").on(table.ownerId, table.addedAt, table.sampleId),
    index("search_documents_owner_bpm_index").on(table.ownerId, table.bpm),
    index("search_documents_owner_seconds_index").on(table.ownerId, table.durationSeconds),
  ],
);
