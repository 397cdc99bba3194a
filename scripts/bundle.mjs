// Bundles TypeScript that runs outside Next.js into dist/ with esbuild. Packages stay in node_modules.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../runtime/root.mjs";

/** The path of the bundle of `entry`: "embedded/start.ts" becomes dist/embedded-start.mjs. */
export function bundlePath(entry) {
  return join(root, "dist", `${entry.replace(/\.ts$/, "").replaceAll("/", "-")}.mjs`);
}

/** CommonJS packages inside an ES module bundle still need `require`. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** One is not installed. The other is native code, which the image has because the application needs it too. */
const NOT_IN_BUNDLES = ["pg-native", "@node-rs/argon2"];

const TARGETS = {
  external: { platform: "node", target: "node20", packages: "external" },
  bundle: { platform: "node", target: "node20", banner: { js: REQUIRE }, external: NOT_IN_BUNDLES },
  browser: { platform: "browser", target: "es2022", minify: true },
};

/**
 * Builds `entry` (relative to the root) and returns the bundle's path. Two processes may do this at once.
 * With `packages: "bundle"` the result runs even if node_modules has only what the application needs, as in the
 * container image. With `packages: "browser"` it runs in a browser.
 */
export async function bundle(entry, outfile = bundlePath(entry), packages = "external") {
  const { build } = await import("esbuild");
  mkdirSync(dirname(outfile), { recursive: true });
  const temporary = `${outfile}.${process.pid}.tmp`;
  try {
    await build({
      entryPoints: [join(root, entry)],
      outfile: temporary,
      bundle: true,
      format: "esm",
      ...TARGETS[packages],
      alias: { "server-only": join(root, "scripts/empty-module.mjs"), "@": root },
      logLevel: "warning",
    });
    renameSync(temporary, outfile);
  } finally {
    rmSync(temporary, { force: true });
  }
  return outfile;
}

export async function bundleAndImport(entry) {
  await import(pathToFileURL(await bundle(entry)).href);
}
