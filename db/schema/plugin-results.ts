import { char, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";

/**
 * What optional plug-ins found in a sample. Apart from `analyses`, so that a record is the same whether plug-ins are
 * switched on or not. A row of the same bytes and version is copied, not found anew.
 */
export const pluginResults = pgTable(
  "plugin_results",
  {
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    plugin: text({ enum: ["clap", "description"] }).notNull(),
    sha256: char({ length: 64 }).notNull(),
    /** Of the record that the plug-in saw. */
    analyserVersion: text().notNull(),
    result: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sampleId, table.plugin] }),
    index("plugin_results_sha256_index").on(table.sha256, table.plugin),
  ],
);
