import { boolean, doublePrecision, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";
import { users } from "./users";

/**
 * What a person set right. Each value wins over the measured one everywhere and survives every new analysis. A null
 * means that the measured value stands.
 */
export const sampleCorrections = pgTable("sample_corrections", {
  sampleId: uuid()
    .primaryKey()
    .references(() => samples.id, { onDelete: "cascade" }),
  bpm: doublePrecision(),
  /** The person says that there is no tempo. */
  hasNoTempo: boolean().notNull().default(false),
  /** 0 = C … 11 = B. */
  keyTonic: smallint(),
  keyMode: text({ enum: ["major", "minor"] }),
  hasNoKey: boolean().notNull().default(false),
  kind: text({ enum: ["one-shot", "loop", "track"] }),
  correctedBy: uuid().references(() => users.id, { onDelete: "set null" }),
  correctedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
