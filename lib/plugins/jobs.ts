import "server-only";
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { pluginResults } from "@/db/schema/plugin-results";
import { samples } from "@/db/schema/samples";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { PluginName, PluginResults } from "./schema";

export interface EnrichedSample {
  sampleId: string;
  ownerId: string;
  sha256: string;
  analyserVersion: string;
}

/** Copies plug-in results for the same bytes to this sample. Returns the plug-ins that still have no result. */
export async function reusePluginResults(
  sample: EnrichedSample,
  plugins: readonly PluginName[],
): Promise<PluginName[]> {
  const { sampleId, sha256, analyserVersion } = sample;
  const same = and(eq(pluginResults.sha256, sha256), eq(pluginResults.analyserVersion, analyserVersion));
  const columns = { plugin: pluginResults.plugin, result: pluginResults.result };
  const among = inArray(pluginResults.plugin, [...plugins]);
  const [own, others] = await Promise.all([
    db()
      .select(columns)
      .from(pluginResults)
      .where(and(same, among, eq(pluginResults.sampleId, sampleId))),
    db()
      .selectDistinctOn([pluginResults.plugin], columns)
      .from(pluginResults)
      .where(and(same, among, ne(pluginResults.sampleId, sampleId)))
      .orderBy(pluginResults.plugin, pluginResults.createdAt),
  ]);
  const has = new Set(own.map(({ plugin }) => plugin));
  const copied = others.filter(({ plugin }) => !has.has(plugin));
  await savePluginResults(sample, Object.fromEntries(copied.map(({ plugin, result }) => [plugin, result])));
  for (const { plugin } of copied) has.add(plugin);
  return plugins.filter((plugin) => !has.has(plugin));
}

/** Stores the results and tells open pages. Can be repeated safely. Stores nothing if the sample is gone. */
export async function savePluginResults(sample: EnrichedSample, results: PluginResults): Promise<void> {
  const found = Object.entries(results) as [PluginName, unknown][];
  if (found.length === 0) return;
  const { sampleId, ownerId, sha256, analyserVersion } = sample;
  await inTransaction(asSystem(), async (work) => {
    const [kept] = await work.tx
      .select({ status: samples.status })
      .from(samples)
      .where(and(eq(samples.id, sampleId), isNull(samples.deletedAt)))
      .for("update");
    if (!kept) return;
    for (const [plugin, result] of found) {
      const changes = { sha256, analyserVersion, result };
      await work.tx
        .insert(pluginResults)
        .values({ sampleId, plugin, ...changes })
        .onConflictDoUpdate({ target: [pluginResults.sampleId, pluginResults.plugin], set: changes });
    }
    work.publish("sample.status_changed", { sampleId, ownerId, status: kept.status });
  });
}
