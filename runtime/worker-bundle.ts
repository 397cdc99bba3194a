import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The path of the worker's bundle: `ANALYSIS_WORKER_PATH`, or the one that `locateBundle` finds. */
export async function locateWorkerBundle(): Promise<string> {
  return process.env.ANALYSIS_WORKER_PATH ?? locateBundle("analysis-worker");
}

/**
 * A child process's bundle in `dist/` of the folder where the application runs, for `next start` and for the standalone
 * output. Outside production, missing or stale bundles are built first.
 * @throws Error if there is none and it cannot be built
 */
export async function locateBundle(
  name: "analysis-worker" | "clap-process" | "similarity-index" | "galaxy-layout",
): Promise<string> {
  // Joined at run time, so that the application's bundler does not include the whole folder.
  const folder = process.cwd();
  const bundle = join(/* turbopackIgnore: true */ folder, "dist", `${name}.mjs`);
  const builder = join(/* turbopackIgnore: true */ folder, "scripts", "analysis-worker.mjs");
  if (process.env.NODE_ENV !== "production" && existsSync(builder)) await runBuilder(builder);
  if (!existsSync(bundle)) throw new Error(`${name} is not built: ${bundle}`);
  return bundle;
}

function runBuilder(builder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [builder], (error, _stdout, stderr) => {
      if (error) reject(new Error(`a child process could not be built: ${stderr}`, { cause: error }));
      else resolve();
    });
  });
}
