// TypeScript that runs outside Next.js is bundled by esbuild into dist/; packages stay in node_modules.
import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Builds `entry` (relative to the root) and returns the bundle's path. Safe when two do it at once. */
export async function bundle(
  entry,
  outfile = join(root, "dist", `${entry.replace(/\.ts$/, "").replaceAll("/", "-")}.mjs`),
) {
  const { build } = await import("esbuild");
  mkdirSync(dirname(outfile), { recursive: true });
  const temporary = `${outfile}.${process.pid}.tmp`;
  await build({
    entryPoints: [join(root, entry)],
    outfile: temporary,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "server-only": join(root, "scripts/empty-module.mjs"), "@": root },
    logLevel: "warning",
  });
  renameSync(temporary, outfile);
  return outfile;
}

export async function bundleAndImport(entry) {
  await import(pathToFileURL(await bundle(entry)).href);
}
