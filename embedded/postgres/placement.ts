import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { canReach, type ServerAccount } from "./account";
import { binariesIn, installedBinaries, type PostgresBinaries } from "./binaries";

/** Where root keeps what `nobody` must reach if the checkout is in a private home. */
const SHARED_DIRECTORY = "/var/lib/samplemind";

const ENTERABLE_MODE = 0o711;

export interface Placement {
  binaries: PostgresBinaries;
  dataDirectory: string;
}

/**
 * Binaries and a data directory that the account can reach: normally those in the checkout and in `directory`,
 * otherwise copies and a directory under /var/lib/samplemind, with a line to `notice`.
 * @throws if the account can reach neither.
 */
export function place(directory: string, account: ServerAccount, notice: (line: string) => void): Placement {
  makeEnterable(directory);
  return {
    binaries: reachableBinaries(installedBinaries(), account),
    dataDirectory: reachableDataDirectory(directory, account, notice),
  };
}

function reachableBinaries(installed: PostgresBinaries, account: ServerAccount): PostgresBinaries {
  if (canReach(account, join(installed.root, "lib"))) return installed;
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(join(dirname(installed.root), "package.json"), "utf8"),
  );
  const copy = join(SHARED_DIRECTORY, `${manifest.name.replace(/[^a-z0-9]+/g, "-").slice(1)}-${manifest.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    withinSharedDirectory(installed.root, () => {
      cpSync(installed.root, unfinished, { recursive: true, verbatimSymlinks: true });
      openToAll(unfinished);
      try {
        renameSync(unfinished, copy);
      } catch (error) {
        rmSync(unfinished, { recursive: true, force: true });
        if (!existsSync(copy)) throw error;
      }
    });
  }
  if (!canReach(account, join(copy, "lib"))) throw unreachable(copy);
  return binariesIn(copy);
}

function reachableDataDirectory(directory: string, account: ServerAccount, notice: (line: string) => void): string {
  const pointer = join(directory, "location");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  if (existsSync(join(directory, "data")) || canReach(account, directory)) return join(directory, "data");
  const elsewhere = join(SHARED_DIRECTORY, `data-${randomUUID()}`);
  withinSharedDirectory(directory, () => {});
  if (!canReach(account, SHARED_DIRECTORY)) throw unreachable(SHARED_DIRECTORY);
  writeFileSync(pointer, `${elsewhere}\n`);
  notice(`${directory} is closed to nobody, the user that Postgres runs as, so its data is in ${elsewhere}`);
  return elsewhere;
}

/** Makes a folder that others may enter, whatever the umask. Does not change one that exists. */
function makeEnterable(directory: string): void {
  if (mkdirSync(directory, { recursive: true }) !== undefined) chmodSync(directory, ENTERABLE_MODE);
}

/** Lets everyone read and run what is in `folder`, because the copy keeps the modes of a private original. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function withinSharedDirectory(wanted: string, action: () => void): void {
  try {
    makeEnterable(SHARED_DIRECTORY);
    action();
  } catch (cause) {
    throw unreachable(wanted, cause);
  }
}

function unreachable(path: string, cause?: unknown): Error {
  return new Error(
    `Postgres does not run as root but as the user nobody, who cannot enter ${path}. ` +
      "Start as an ordinary user, move the checkout out of the private home, or set DATA_DIR to a folder others can enter.",
    { cause },
  );
}
