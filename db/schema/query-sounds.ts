import { doublePrecision, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "@/db/column-types";
import { samples } from "./samples";
import { users } from "./users";

/**
 * What somebody searches with that is no sample: a recording, a file, a region of a sample. Only what was measured is
 * kept, never the sound, and for a day, so that pages and addresses go on working.
 */
export const querySounds = pgTable(
  "query_sounds",
  {
    id: uuid().primaryKey(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    source: text({ enum: ["file", "microphone", "region"] }).notNull(),
    /** Of a region: it goes with its sample. */
    sampleId: uuid().references(() => samples.id, { onDelete: "cascade" }),
    startSeconds: doublePrecision(),
    endSeconds: doublePrecision(),
    /** As in `search_vectors`. */
    vector: bytea().notNull(),
    facts: jsonb()
      .$type<{
        heardSeconds: number;
        isCut: boolean;
        bpm: number | null;
        /** 0 = C … 11 = B. */
        key: { tonic: number; mode: "major" | "minor" } | null;
        note: string | null;
        kind: "one-shot" | "loop" | "track" | null;
      }>()
      .notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index("query_sounds_owner_created_index").on(table.ownerId, table.createdAt),
    index("query_sounds_expires_at_index").on(table.expiresAt),
    index("query_sounds_sample_id_index").on(table.sampleId),
  ],
);
