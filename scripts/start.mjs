// `npm start` and `npm run dev`: from a bare clone to a running SampleMind. Needs only Node.
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareDataFolder } from "../runtime/data-folder.mjs";
import { root } from "../runtime/root.mjs";
import { takeLock } from "../runtime/run-lock.mjs";
import { createShutdown } from "../runtime/shutdown.mjs";
import { createStages } from "../runtime/stages.mjs";
import { appIsCurrent, buildApp, buildBundles, bundlesAreCurrent, takeBuildLock } from "./build.mjs";
import { bundlePath } from "./bundle.mjs";
import { dependenciesAreCurrent, installDependencies } from "./dependencies.mjs";
import { sourceHash } from "./source-hash.mjs";

const isDevelopment = process.argv.includes("--dev");
const stages = createStages();
const shutdown = createShutdown(stages.line);

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`SampleMind needs Node 20.19 or later. This is ${process.versions.node}. See https://nodejs.org`);
}

/** Variables in the files do not replace ones that are already set, as in Next.js. */
function loadEnvironmentFiles() {
  for (const name of [".env.local", ".env"]) {
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
  }
}

function dataDirectory() {
  const path = process.env.DATA_DIR || ".data";
  return isAbsolute(path) ? path : join(root, path);
}

function claim(directory, runId) {
  prepareDataFolder(directory, process.env.DATA_DIR);
  const { lock, leftovers, owner } = takeLock(join(directory, "run.lock"), { runId });
  if (!lock) {
    const where = owner.address ? `at ${owner.address}` : "and still starting";
    throw new Error(
      `SampleMind already runs on ${directory}, ${where} (process ${owner.pid}). ` +
        "Stop it first, or set DATA_DIR to another folder.",
    );
  }
  shutdown.add(() => lock.release());
  return { lock, leftovers };
}

/** Installs and builds what is missing or stale. Only one start at a time does this in a checkout. */
async function prepare() {
  let lock;
  await stages.stage("waited for another start in this checkout", async () => {
    let waited = false;
    lock = await takeBuildLock(() => {
      waited = true;
    });
    return waited ? undefined : null;
  });
  shutdown.add(() => lock.release());
  const install = !dependenciesAreCurrent();
  await stages.stage(install ? "dependencies installed" : "dependencies up to date", () =>
    install ? installDependencies({ shutdown }) : undefined,
  );
  const hash = sourceHash();
  const bundles = !bundlesAreCurrent(hash);
  const app = !isDevelopment && !appIsCurrent(hash);
  await stages.stage(bundles || app ? "built" : "build up to date", async (progress) => {
    if (bundles) await buildBundles(hash);
    if (app) await buildApp(hash, { shutdown, onLine: progress });
  });
  lock.release();
}

async function main() {
  checkNode();
  loadEnvironmentFiles();
  const directory = dataDirectory();
  const runId = randomUUID();
  const { lock, leftovers } = claim(directory, runId);
  await prepare();
  const load = (entry) => import(pathToFileURL(bundlePath(entry)).href);
  const [{ start }, { migrateDatabase: migrate }] = await Promise.all([
    load("embedded/start.ts"),
    load("db/migrate.ts"),
  ]);
  await start({ root, dataDirectory: directory, isDevelopment, runId, stages, shutdown, lock, leftovers, migrate });
}

function fail(error) {
  // What we stop on purpose fails as it ends, which is not worth reporting.
  if (shutdown.isStopping()) return;
  process.stderr.write(`\n${error.message}\n${error.output ? `\n${error.output}\n` : ""}`);
  void shutdown.stop(1, { quiet: true });
}

// Whatever happens to this process, the services are stopped in order.
process.on("uncaughtException", (error) => fail({ message: error.stack ?? String(error) }));
main().catch(fail);
