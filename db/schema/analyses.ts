import { sql } from "drizzle-orm";
import { char, doublePrecision, index, jsonb, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";

/**
 * Results of the engine, one row per sample. `record` is the whole analysis record; the other columns are copies for
 * sorting and filtering. Rows for the same bytes and version are copied, not recomputed.
 */
export const analyses = pgTable(
  "analyses",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    sha256: char({ length: 64 }).notNull(),
    analyserVersion: text().notNull(),
    record: jsonb().notNull(),
    durationSeconds: doublePrecision().notNull(),
    bpm: doublePrecision(),
    bpmConfidence: doublePrecision(),
    /** 0 = C … 11 = B. */
    keyTonic: smallint(),
    keyMode: text({ enum: ["major", "minor"] }),
    keyConfidence: doublePrecision(),
    /** The note of a single sound, as "F#1". A sound has a key or a note, never both. */
    note: text(),
    noteConfidence: doublePrecision(),
    kind: text({ enum: ["one-shot", "loop", "track"] }),
    kindConfidence: doublePrecision(),
    tags: text().array().notNull().default([]),
    /** What is heard for sure, the surest first, for the rows of lists. Null until the sweep has taken them from the record. */
    instruments: text().array(),
    /**
     * The highest levels in equal parts of the whole length, one byte each, base64: the waveform of a row in a list. Null
     * until the sweep has drawn it; empty if it cannot be drawn.
     */
    overview: text(),
    /** The rule by which the tags were chosen (`WORDS_VERSION`). 0 for rows from before it was written down. */
    wordsVersion: smallint().notNull().default(0),
    integratedLufs: doublePrecision(),
    /** The level of a sound that is too short for `integratedLufs`, which is null then. */
    ungatedLufs: doublePrecision(),
    /** Objects that all samples with the same bytes and version share: `artefacts/<sha256>/<version>/…`. */
    peaksKey: text().notNull(),
    spectrogramKey: text().notNull(),
    /** A copy that every browser plays, of the same bytes: `artefacts/<sha256>/playable/…`. Null if the original is heard. */
    playableKey: text(),
    /** The rule by which it was decided whether a copy is needed (`PLAYABLE_VERSION`). 0 until it is decided. */
    playableVersion: smallint().notNull().default(0),
    /** How often a worker failed to make the copy in a way that may pass. 0 once it is decided. */
    playableTries: smallint().notNull().default(0),
    analysisSeconds: doublePrecision().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("analyses_sha256_version_index").on(table.sha256, table.analyserVersion),
    index("analyses_peaks_key_index").on(table.peaksKey),
    index("analyses_words_version_index").on(table.wordsVersion),
    index("analyses_playable_version_index").on(table.playableVersion, table.createdAt),
    index("analyses_no_overview_index").on(table.sampleId).where(sql`${table.overview} is null`),
  ],
);
