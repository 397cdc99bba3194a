import {
  char,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { samples } from "./samples";

/**
 * What a file says about itself: its tags, chunks and cover. Claims of strangers, kept apart from what is measured.
 */
export const fileTags = pgTable(
  "file_tags",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    /** Of the bytes that were read, so that the same bytes are not read twice. */
    sha256: char({ length: 64 }).notNull(),
    /** Of the code that read them: a newer one reads again. */
    readerVersion: integer().notNull(),
    title: text(),
    artist: text(),
    album: text(),
    albumArtist: text(),
    track: integer(),
    disc: integer(),
    year: integer(),
    genres: text().array().notNull().default([]),
    comment: text(),
    keywords: text().array().notNull().default([]),
    bpm: doublePrecision(),
    /** 0 = C … 11 = B. */
    keyTonic: smallint(),
    /** Null beside a tonic: the tag names a note only. */
    keyMode: text({ enum: ["major", "minor"] }),
    /** 0–1. */
    rating: doublePrecision(),
    kind: text({ enum: ["loop", "one-shot"] }),
    beats: integer(),
    /** MIDI note number. */
    rootNote: smallint(),
    loops: jsonb().$type<{ startSeconds: number; endSeconds: number }[]>().notNull().default([]),
    cues: jsonb().$type<{ seconds: number; label: string | null }[]>().notNull().default([]),
    notes: text().array().notNull().default([]),
    /** Object of the cover picture, encoded anew: `artefacts/<sha256>/cover/…`. */
    coverKey: text(),
    readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("file_tags_sha256_index").on(table.sha256), index("file_tags_cover_key_index").on(table.coverKey)],
);
