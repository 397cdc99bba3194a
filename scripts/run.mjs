// Bundles one TypeScript entry and runs it: `node scripts/run.mjs cli/main.ts …arguments`.
import { bundleAndImport } from "./bundle.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  process.stderr.write("usage: node scripts/run.mjs <entry.ts> [arguments]\n");
  process.exit(2);
}
process.argv.splice(1, process.argv.length - 1, entry, ...rest);
// npm and its shell do not pass signals on, so this process stops itself when they are gone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}
// On a bare clone the first run installs silently, because standard output belongs to the entry.
await ensureDependencies();
await bundleAndImport(entry);
