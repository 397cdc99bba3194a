import { char, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";

/**
 * Results of optional plug-ins. Separate from `analyses`, so that a record is the same with and without plug-ins. Rows
 * for the same bytes and version are copied, not recomputed.
 */
export const pluginResults = pgTable(
  "plugin_results",
  {
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    plugin: text({ enum: ["clap", "description"] }).notNull(),
    sha256: char({ length: 64 }).notNull(),
    /** Version of the record that the plug-in used. */
    analyserVersion: text().notNull(),
    result: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sampleId, table.plugin] }),
    index("plugin_results_sha256_index").on(table.sha256, table.plugin),
  ],
);
