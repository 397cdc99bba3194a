import { ClapPlugin } from "./clap";
import { type Plugin, PluginFailure, type PluginInput } from "./plugin";
import { RewritePlugin } from "./rewrite";
import { type PluginName, type PluginResults, pluginResultsSchema } from "./schema";
import type { PluginSettings } from "./settings";

/** The active plug-ins; by default none. `clapProcessPath` is the built CLAP process. */
export function enabledPlugins({ clap, description }: PluginSettings, clapProcessPath?: string): Plugin[] {
  const processPath = clapProcessPath ? { processPath: clapProcessPath } : {};
  return [
    ...(clap ? [new ClapPlugin({ ...clap, ...processPath })] : []),
    ...(description ? [new RewritePlugin(description)] : []),
  ];
}

type PluginNote = { plugin: PluginName; code: string; message: string };

export type PluginOutcome = { results: PluginResults; notes: PluginNote[] };

/**
 * Runs the plug-ins and returns their results. One that fails only leaves a note.
 * @throws the signal's reason when it is aborted
 */
export async function runPlugins(
  plugins: readonly Plugin[],
  input: PluginInput,
  signal?: AbortSignal,
): Promise<PluginOutcome> {
  const results: Record<string, unknown> = {};
  const notes: PluginNote[] = [];
  for (const plugin of plugins) {
    try {
      results[plugin.name] = await plugin.run(input, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      notes.push({ plugin: plugin.name, code: error instanceof PluginFailure ? error.code : "crashed", message });
    }
  }
  return { results: pluginResultsSchema.parse(results), notes };
}
