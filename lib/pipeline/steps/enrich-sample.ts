import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import { originalKey } from "@/lib/objects/object-keys";
import { findAnalysisRecord } from "@/lib/pipeline/analyses/lookups";
import { logger } from "@/lib/platform/logger";
import { enabledPlugins, runPlugins } from "@/lib/plugins/enabled";
import { reusePluginResults, savePluginResults } from "@/lib/plugins/jobs";
import type { Plugin } from "@/lib/plugins/plugin";
import { pluginSettings } from "@/lib/plugins/settings";
import { digestObject } from "./object-reader";
import { withTemporaryFolder } from "./temporary-folder";

const shared = globalThis as unknown as { samplemindPlugins?: Plugin[] };

/** Whether the operator has switched on any plug-in. If not, there is no step to run. */
export function hasPlugins(): boolean {
  return switchedOn().length > 0;
}

function switchedOn(): Plugin[] {
  const { CLAP_MODEL_DIR, DESCRIPTION_MODEL, DESCRIPTION_API_KEY, DESCRIPTION_BASE_URL } = env;
  shared.samplemindPlugins ??= enabledPlugins(
    pluginSettings({ CLAP_MODEL_DIR, DESCRIPTION_MODEL, DESCRIPTION_API_KEY, DESCRIPTION_BASE_URL }),
  );
  return shared.samplemindPlugins;
}

export type Enriched = { found: string[]; failed: string[] };

/**
 * Runs the active plug-ins on an analysed sample. Failures are logged and left out: the analysis is complete without
 * them.
 */
export async function enrichSample(sample: { sampleId: string; ownerId: string; sha256: string }): Promise<Enriched> {
  const analysis = await findAnalysisRecord(sample.sampleId, sample.sha256);
  if (!analysis) return { found: [], failed: [] };
  const enriched = { ...sample, analyserVersion: analysis.analyserVersion };
  const missing = await reusePluginResults(
    enriched,
    switchedOn().map(({ name }) => name),
  );
  const plugins = switchedOn().filter(({ name }) => missing.includes(name));
  if (plugins.length === 0) return { found: [], failed: [] };
  const { results, notes } = await withTemporaryFolder(async (folder) => {
    const path = join(folder, "original");
    const listening = plugins.some(({ readsFile }) => readsFile);
    const there = !listening || (await digestObject(originalKey(sample.sampleId), { toPath: path })) !== null;
    return runPlugins(there ? plugins : plugins.filter(({ readsFile }) => !readsFile), { record: analysis, path });
  });
  await savePluginResults(enriched, results);
  for (const note of notes) logger().warn({ sampleId: sample.sampleId, ...note }, "a plug-in gave no result");
  return { found: Object.keys(results), failed: notes.map(({ plugin }) => plugin) };
}
