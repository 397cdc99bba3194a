import { doublePrecision, index, integer, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";
import { users } from "./users";

/**
 * What people know better than the analysis, one row per sample. A value is corrected if its `…At` is set; corrected to
 * null, it says that the sound has none. An analysis never touches this table.
 */
export const sampleCorrections = pgTable(
  "sample_corrections",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    /** Null while `bpmAt` is set: the sound has no tempo. */
    bpm: doublePrecision(),
    bpmBy: uuid().references(() => users.id, { onDelete: "set null" }),
    bpmAt: timestamp({ withTimezone: true }),
    /** 0 = C … 11 = B. Null while `keyAt` is set: the sound has no key. */
    keyTonic: smallint(),
    keyMode: text({ enum: ["major", "minor"] }),
    keyBy: uuid().references(() => users.id, { onDelete: "set null" }),
    keyAt: timestamp({ withTimezone: true }),
    kind: text({ enum: ["one-shot", "loop", "track"] }),
    kindBy: uuid().references(() => users.id, { onDelete: "set null" }),
    kindAt: timestamp({ withTimezone: true }),
    /** Each bar begins so many beats later than was measured. */
    gridShiftBeats: smallint(),
    /** Each beat is so many milliseconds later than was measured. */
    gridOffsetMs: integer(),
    gridBy: uuid().references(() => users.id, { onDelete: "set null" }),
    gridAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("sample_corrections_bpm_by_index").on(table.bpmBy),
    index("sample_corrections_key_by_index").on(table.keyBy),
    index("sample_corrections_kind_by_index").on(table.kindBy),
    index("sample_corrections_grid_by_index").on(table.gridBy),
  ],
);
