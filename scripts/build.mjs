// `npm run build`: the bundles that run beside Next.js, then Next.js itself. `--if-changed` skips what is up to date.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd } from "../runtime/child-process.mjs";
import { parentPipe } from "../runtime/parent-pipe.mjs";
import { root } from "../runtime/root.mjs";
import { waitForLock } from "../runtime/run-lock.mjs";
import { bundle, bundlePath } from "./bundle.mjs";
import { sourceHash } from "./source-hash.mjs";

const SIMILARITY_INDEX = "lib/similarity/index-process/index-process.ts";
const FIRST_PICTURE = "components/visualizer/galaxy/first-picture/first-picture.ts";
const HELP = "scripts/help.ts";
const METER_PROCESSOR = "components/meters/engine/meter-processor.ts";

/** What runs outside Next.js in production, and the path where it is expected. */
const BUNDLES = [
  { entry: "lib/analysis/worker/worker.ts", outfile: join(root, "dist/analysis-worker.mjs") },
  { entry: "lib/plugins/clap-process.ts", outfile: join(root, "dist/clap-process.mjs") },
  { entry: "lib/galaxy/layout-process/layout-process.ts", outfile: join(root, "dist/galaxy-layout.mjs") },
  { entry: SIMILARITY_INDEX, outfile: join(root, "dist/similarity-index.mjs"), packages: "bundle" },
  // The page asks for it by this path, and Next.js serves it under a name with its hash.
  { entry: METER_PROCESSOR, outfile: join(root, "dist/meter-processor.js"), packages: "browser" },
  { entry: FIRST_PICTURE, outfile: join(root, "dist/galaxy-first-picture.js"), packages: "browser" },
  { entry: "embedded/start.ts", outfile: bundlePath("embedded/start.ts") },
  { entry: "embedded/inngest/main.ts", outfile: bundlePath("embedded/inngest/main.ts") },
  { entry: "db/migrate.ts", outfile: bundlePath("db/migrate.ts"), packages: "bundle" },
  { entry: "cli/operator.ts", outfile: join(root, "dist/samplemind.mjs"), packages: "bundle" },
  { entry: "scripts/seed.ts", outfile: bundlePath("scripts/seed.ts") },
  { entry: HELP, outfile: bundlePath(HELP) },
];

const bundleStamp = join(root, "dist/bundles.stamp");
const distDirectory = () => resolve(root, process.env.NEXT_DIST_DIR ?? ".next");
const appStamp = () => join(distDirectory(), "build.stamp");
const stampIs = (file, hash) => existsSync(file) && readFileSync(file, "utf8") === hash;

export const bundlesAreCurrent = (hash) =>
  stampIs(bundleStamp, hash) &&
  existsSync(join(root, "dist/help.json")) &&
  BUNDLES.every(({ entry, outfile }) => !existsSync(join(root, entry)) || existsSync(outfile));
export const appIsCurrent = (hash) => stampIs(appStamp(), hash) && existsSync(join(distDirectory(), "BUILD_ID"));

/** Builds every bundle whose source exists. */
export async function buildBundles(hash) {
  rmSync(bundleStamp, { force: true });
  await Promise.all(
    BUNDLES.filter(({ entry }) => existsSync(join(root, entry))).map(({ entry, outfile, packages }) =>
      bundle(entry, outfile, packages),
    ),
  );
  await writeHelp();
  writeFileSync(bundleStamp, hash);
}

/**
 * The pages of help, from their texts and from what the code knows of itself. As in a build of Next.js, the variables
 * are not checked: none of them is read.
 */
async function writeHelp() {
  const { args, env } = parentPipe(root);
  await runToEnd(process.execPath, [...args, bundlePath(HELP)], {
    name: "the help",
    cwd: root,
    env: { ...process.env, ...env, NEXT_PHASE: "phase-production-build" },
  });
}

/** Runs `next build`. Its error has the last lines of the output. */
export async function buildApp(hash, options = {}) {
  rmSync(appStamp(), { force: true });
  const { args, env } = parentPipe(root);
  await runToEnd(process.execPath, [...args, join(root, "node_modules/next/dist/bin/next"), "build"], {
    name: "next build",
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    ...options,
  });
  refuseStrays(distDirectory());
  writeFileSync(appStamp(), hash);
}

/**
 * Next.js collects beside the server what it believes to be read at run time, and believes a little too much.
 * @throws Error if sources are among it: they would be in the image
 */
export function refuseStrays(distribution) {
  const standalone = join(distribution, "standalone");
  if (!existsSync(standalone)) return;
  const [own] = relative(root, distribution).split(sep);
  const wanted = new Set(["node_modules", "dist", "package.json", "runtime", "server.js", own]);
  // Next.js copies these on purpose.
  const strays = readdirSync(standalone).filter((name) => !wanted.has(name) && !name.startsWith(".env"));
  if (strays.length === 0) return;
  throw new Error(
    `The build carries what it does not need: ${strays.join(", ")} in ${standalone}. See next.config.mjs.`,
  );
}

/** Two builds in one checkout would overwrite each other. */
export const takeBuildLock = (onWait) => waitForLock(join(root, ".cache/build.lock"), onWait);

async function main() {
  const onlyIfChanged = process.argv.includes("--if-changed");
  const lock = await takeBuildLock(() => process.stdout.write("Waiting for another build in this checkout.\n"));
  try {
    const hash = sourceHash();
    if (!onlyIfChanged || !bundlesAreCurrent(hash)) await buildBundles(hash);
    if (!onlyIfChanged || !appIsCurrent(hash)) {
      await buildApp(hash, { onLine: (line) => process.stdout.write(`${line}\n`) });
    }
  } finally {
    lock.release();
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n${error.output ?? ""}\n`);
    process.exit(1);
  });
}
