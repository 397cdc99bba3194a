import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgSequence,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { tsvector } from "@/db/column-types";

/** Every change of a document takes the next one, under the indexer's lock. */
export const searchRevisions = pgSequence("search_revisions");

interface OrderedTable {
  ownerId: AnyPgColumn;
  kind: AnyPgColumn;
  sampleId: AnyPgColumn;
}

/**
 * One kind after the other, as length, tempo and key hang together with it: the longest hundred thousand samples of a
 * library have no one-shot.
 */
const orderIndex = (name: string, table: OrderedTable, ...columns: AnyPgColumn[]) =>
  index(name)
    .on(table.ownerId, table.kind, ...columns, table.sampleId)
    .where(sql`not is_deleted`);

/**
 * What of a sample can be searched, one row per sample, made by the indexer out of all the other tables. Nothing else
 * writes it, and it can be made anew at any time.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    /** No foreign keys: a deleted sample leaves a row that says so, for whoever follows by `revision`. */
    sampleId: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    /** Grows in the order of commits. A follower that has read up to one revision asks for those above it. */
    revision: bigint({ mode: "number" }).notNull(),
    /** The sample is deleted or in the trash. All other columns are empty then. */
    isDeleted: boolean().notNull().default(false),
    /** The rule by which it was made (`DOCUMENT_VERSION`). */
    version: smallint().notNull(),
    /** Words with their weights: A title and name, B tags, C description and folder, D artist and album. */
    document: tsvector().notNull().default(sql`''::tsvector`),
    /** Title or name, lower case, without accents and with its numbers as numbers, for sorting (`naturalKey`). */
    name: text().notNull().default(""),
    /** What can be asked for exactly: `type:loop`, `key:8A`, `tag:kick`, `in:drums/kicks`, `is:favourite`. */
    facets: text().array().notNull().default([]),
    addedAt: timestamp({ withTimezone: true }),
    /** The effective values: a correction if there is one, else what was measured. */
    bpm: doublePrecision(),
    keyTonic: smallint(),
    keyMode: text({ enum: ["major", "minor"] }),
    /** Empty if there is none: what is null has no order of its own in an index. */
    kind: text({ enum: ["one-shot", "loop", "track", ""] })
      .notNull()
      .default(""),
    seconds: doublePrecision(),
    lufs: doublePrecision(),
    sizeBytes: bigint({ mode: "number" }),
    /** Of the file's own tags. */
    year: integer(),
    rating: doublePrecision(),
  },
  (table) => [
    uniqueIndex("search_documents_revision_index").on(table.revision),
    index("search_documents_version_index").on(table.version),
    // Exact questions: the owner is a word like all others, so nobody's words are read but theirs.
    index("search_documents_words_index")
      .using("gin", table.ownerId, table.document, table.facets)
      .with({ fastupdate: false }),
    // Lists, one for each order in which they are offered. Both directions read the same index.
    ...[
      orderIndex("search_documents_added_index", table, table.addedAt),
      orderIndex("search_documents_name_index", table, table.name),
      orderIndex("search_documents_bpm_index", table, table.bpm),
      orderIndex("search_documents_key_index", table, table.keyTonic, table.keyMode),
      orderIndex("search_documents_seconds_index", table, table.seconds),
      orderIndex("search_documents_lufs_index", table, table.lufs),
      orderIndex("search_documents_size_index", table, table.sizeBytes),
      orderIndex("search_documents_year_index", table, table.year),
      orderIndex("search_documents_rating_index", table, table.rating),
    ],
  ],
);
