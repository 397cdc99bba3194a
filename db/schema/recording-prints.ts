import { bigint, char, doublePrecision, index, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { bytea } from "@/db/column-types";
import { samples } from "./samples";
import { users } from "./users";

/**
 * What a sample's recording is recognised by, one row per sample that was looked up among its owner's. A sample without
 * one, or with one of other bytes or an older version, is still to be looked up.
 */
export const recordingPrints = pgTable(
  "recording_prints",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sha256: char({ length: 64 }).notNull(),
    /** The rule by which it was looked up (`LOOKUP_VERSION`). */
    version: smallint().notNull(),
    seconds: doublePrecision().notNull(),
    /** As `readFingerprint` reads it. Null if nothing sounds. */
    fingerprint: bytea(),
    /** Words of the sound, mixed with the owner's id. A trigger keeps their rows in `recording_words`. */
    words: bigint({ mode: "bigint" }).array().notNull(),
  },
  (table) => [index("recording_prints_sha256_index").on(table.sha256)],
);

/** From a word to the samples that have it. Written by a trigger on `recording_prints` only. */
export const recordingWords = pgTable(
  "recording_words",
  {
    word: bigint({ mode: "bigint" }).notNull(),
    /** No foreign key: it would need an index of its own, as large as this table. */
    sampleId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.word, table.sampleId] })],
);
