// Says at once, and in words, if the data folder cannot be used.
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An empty database with its first log takes half of this. */
const NEEDED_BYTES = 100 * 1024 * 1024;

const REASONS = {
  EACCES: "the user who starts SampleMind may not write there",
  EPERM: "the user who starts SampleMind may not write there",
  EROFS: "that disk is read-only",
  ENOSPC: "that disk is full",
  EDQUOT: "the disk quota of the user who starts SampleMind is used up",
  ENOTDIR: "part of that path is a file, not a folder",
  EEXIST: "there is a file of that name, not a folder",
  ENOENT: "the folder cannot be created",
};

const advice = (code) =>
  code === "ENOSPC" || code === "EDQUOT"
    ? "Make room, or set DATA_DIR to a folder on another disk."
    : "Allow writing, or set DATA_DIR to another folder.";

/**
 * Creates the folder if necessary, and checks that it can be written to and has room. `given` is the variable's value,
 * if it is set.
 * @throws with what was read, why it cannot be used, and what to do.
 */
export function prepareDataFolder(directory, given, { statfs = statfsSync, write = writeFileSync } = {}) {
  const named = given
    ? `DATA_DIR is "${given}" (${directory})`
    : `The data folder is ${directory} (DATA_DIR is not set)`;
  try {
    // If root starts it, the database runs as another user, who must be able to enter this folder whatever the umask.
    if (mkdirSync(directory, { recursive: true }) && process.getuid?.() === 0) chmodSync(directory, 0o711);
    const probe = join(directory, `.write-test-${process.pid}`);
    write(probe, "x", { mode: 0o600 });
    rmSync(probe, { force: true });
  } catch (error) {
    throw new Error(`${named}, and ${REASONS[error.code] ?? error.message}. ${advice(error.code)}`, { cause: error });
  }
  const { bavail, bsize } = statfs(directory);
  const freeBytes = bavail * bsize;
  if (freeBytes >= NEEDED_BYTES) return;
  const mb = (bytes) => `${Math.floor(bytes / 1024 / 1024)} MB`;
  throw new Error(
    `${named}, and its disk has ${mb(freeBytes)} free. SampleMind needs at least ${mb(NEEDED_BYTES)}. ${advice("ENOSPC")}`,
  );
}
