// One hash of everything that a build reads, so that nothing is built twice and nothing stale runs.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../runtime/root.mjs";

const FOLDERS = ["app", "cli", "components", "db", "embedded", "inngest", "lib", "public", "runtime"];
/** The files of scripts/ that a build runs or contains. The others only start, test and maintain it. */
const SCRIPTS = ["build.mjs", "bundle.mjs", "empty-module.mjs", "help.ts", "icon-base.cjs", "seed.ts"];
const ROOT_FILES =
  /^(package(-lock)?\.json|tsconfig\.json|(next|postcss)\.config\.(mjs|ts|js)|(proxy|instrumentation[\w-]*)\.ts)$/;
/** What the pages of help are made from. */
const TEXTS = "docs/help";
const IGNORED = /\.test\.tsx?$|\.md$|(^|\/)\./;

function* filesBelow(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (!IGNORED.test(path)) yield path;
  }
}

/** Hex digest of the contents of all source files, and of the variables that are compiled into a build. */
export function sourceHash() {
  const files = readdirSync(root).filter((name) => ROOT_FILES.test(name));
  for (const folder of FOLDERS) if (existsSync(join(root, folder))) files.push(...filesBelow(folder));
  const pages = readdirSync(join(root, TEXTS), { recursive: true }).filter((name) => name.endsWith(".md"));
  files.push(...pages.map((name) => `${TEXTS}/${name.replaceAll("\\", "/")}`));
  for (const name of SCRIPTS) if (existsSync(join(root, "scripts", name))) files.push(`scripts/${name}`);
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(`${file}\0`);
    hash.update(
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest(),
    );
  }
  const baked = Object.keys(process.env).filter((name) => name.startsWith("NEXT_PUBLIC_"));
  for (const name of baked.sort()) hash.update(`${name}=${process.env[name]}\0`);
  return hash.update(process.versions.node.split(".")[0] ?? "").digest("hex");
}
