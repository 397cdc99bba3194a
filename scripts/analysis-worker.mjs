// Builds the child processes that are missing or older than their sources: `node scripts/analysis-worker.mjs`.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../runtime/root.mjs";
import { bundle } from "./bundle.mjs";

const OUTFILE = join(root, "dist", "analysis-worker.mjs");
const CLAP_OUTFILE = join(root, "dist", "clap-process.mjs");
const INDEX_OUTFILE = join(root, "dist", "similarity-index.mjs");
const GALAXY_OUTFILE = join(root, "dist", "galaxy-layout.mjs");
/** Everything that the entries import is here or in node_modules. */
const SOURCES = ["lib/analysis", "lib/dsp", "lib/music", "runtime"];
const INDEX_SOURCES = ["lib/similarity", "lib/search-query", "lib/search-documents", "lib/platform", "runtime"];
const GALAXY_SOURCES = ["lib/galaxy", "lib/search-documents", "runtime"];

/** The path of the analysis worker. */
export async function ensureAnalysisWorker() {
  await ensureFresh("lib/plugins/clap-process.ts", CLAP_OUTFILE, [...SOURCES, "lib/plugins"]);
  await ensureFresh("lib/similarity/index-process/index-process.ts", INDEX_OUTFILE, INDEX_SOURCES, "bundle");
  await ensureFresh("lib/galaxy/layout-process/layout-process.ts", GALAXY_OUTFILE, GALAXY_SOURCES);
  return ensureFresh("lib/analysis/worker/worker.ts", OUTFILE, SOURCES);
}

async function ensureFresh(entry, outfile, sources, packages) {
  const built = statSync(outfile, { throwIfNoEntry: false });
  const stale = !built || sources.some((folder) => newestIn(join(root, folder)) > built.mtimeMs);
  return stale ? bundle(entry, outfile, packages) : outfile;
}

/** Folders count too, because a deleted file changes only its folder. */
function newestIn(folder) {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory() || /(?<!\.test)\.ts$/.test(entry.name))
    .map(
      (entry) => statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
  return Math.max(0, ...times);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await ensureAnalysisWorker();
