// `npm start` and `npm run dev`: from a bare clone to a running SampleMind. Needs nothing that is not in Node.
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
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
  throw new Error(`SampleMind needs Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org`);
}

/** Variables of the files win over nothing that is already set, as Next.js has it. */
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
  // Root's database runs as another user, who has to pass through here whatever the umask is.
  if (mkdirSync(directory, { recursive: true }) && process.getuid?.() === 0) chmodSync(directory, 0o711);
  const { lock, leftovers, owner } = takeLock(join(directory, "run.lock"), { runId });
  if (!lock) {
    const where = owner.address ? `at ${owner.address}` : "and still starting";
    throw new Error(
      `SampleMind already runs on ${directory}, ${where} (process ${owner.pid}). ` +
        "Stop that one first, or set DATA_DIR to another folder.",
    );
  }
  shutdown.add(() => lock.release());
  return { lock, leftovers };
}

/** Installs and builds what is missing or stale, one start at a time in this checkout. */
async function prepare() {
  let lock;
  await stages.stage("waited for another start of this checkout", async () => {
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
  // What was stopped on purpose fails on the way out; that is no news.
  if (shutdown.isStopping()) return;
  process.stderr.write(`\n${error.message}\n${error.output ? `\n${error.output}\n` : ""}`);
  void shutdown.stop(1, { quiet: true });
}

// Whatever happens to the supervisor, the services are stopped in order.
process.on("uncaughtException", (error) => fail({ message: error.stack ?? String(error) }));
main().catch(fail);
