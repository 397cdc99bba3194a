import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { pluginResults } from "@/db/schema/plugin-results";
import { type PluginResults, pluginResultsSchema } from "./schema";

/** Plug-in results of a sample. Empty if no plug-in has run on it. The caller must have checked the owner. */
export async function findPluginResults(sampleId: string): Promise<PluginResults> {
  const rows = await db()
    .select({ plugin: pluginResults.plugin, result: pluginResults.result })
    .from(pluginResults)
    .where(eq(pluginResults.sampleId, sampleId));
  return pluginResultsSchema.parse(Object.fromEntries(rows.map(({ plugin, result }) => [plugin, result])));
}
