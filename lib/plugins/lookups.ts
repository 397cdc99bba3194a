import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { pluginResults } from "@/db/schema/plugin-results";
import { type PluginResults, pluginResultsSchema } from "./schema";

/** What plug-ins found in a sample; empty where none is or was switched on. The caller has made sure of its owner. */
export async function findPluginResults(sampleId: string): Promise<PluginResults> {
  const rows = await db()
    .select({ plugin: pluginResults.plugin, result: pluginResults.result })
    .from(pluginResults)
    .where(eq(pluginResults.sampleId, sampleId));
  return pluginResultsSchema.parse(Object.fromEntries(rows.map(({ plugin, result }) => [plugin, result])));
}
