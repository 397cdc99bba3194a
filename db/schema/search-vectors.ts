import { index, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { bytea } from "@/db/column-types";

/**
 * How a sample sounds, one row per analysed sample, written by the indexer in the transaction of its document.
 * Beside the documents, not in them: queries by words read those by the ten thousand.
 */
export const searchVectors = pgTable(
  "search_vectors",
  {
    sampleId: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    /** The rule by which it was made (`VECTOR_VERSION`). */
    version: smallint().notNull(),
    /** 96 numbers of 16 bits, little-endian: timbre 40, rhythm 32, harmony 24, each part of length 32,512. */
    vector: bytea().notNull(),
  },
  (table) => [index("search_vectors_owner_index").on(table.ownerId, table.sampleId)],
);
