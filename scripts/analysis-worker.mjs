// Builds the analysis worker where it is missing or older than its sources: `node scripts/analysis-worker.mjs`.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { root } from "./root.mjs";

const OUTFILE = join(root, "dist", "analysis-worker.mjs");
/** Everything that `lib/analysis/worker.ts` imports lies here, or in node_modules. */
const SOURCES = ["lib/analysis", "lib/dsp"];

/** The bundle's path. */
export async function ensureAnalysisWorker() {
  return isStale() ? bundle("lib/analysis/worker.ts", OUTFILE) : OUTFILE;
}

function isStale() {
  const built = statSync(OUTFILE, { throwIfNoEntry: false });
  return !built || SOURCES.some((folder) => newestIn(join(root, folder)) > built.mtimeMs);
}

/** Folders count too: a deleted file changes nothing else. */
function newestIn(folder) {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory() || /(?<!\.test)\.ts$/.test(entry.name))
    .map(
      (entry) => statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
  return Math.max(0, ...times);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await ensureAnalysisWorker();
