import "server-only";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { logger } from "@/lib/platform/logger";
import { processIdentity } from "@/runtime/process-identity.mjs";

const PREFIX = "samplemind-analysis-";
/** Longer than any analysis takes: for folders whose process cannot be asked after. */
const ABANDONED_AFTER_MS = 6 * 60 * 60 * 1000;

const short = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
/** A container has process numbers of its own, and may share its temporary folder with another. */
const here = short(hostname());
/** Names the folder's process, so that the next one can tell whether it still runs. */
const prefixOf = (pid: number) => `${PREFIX}${here}-${pid}-${short(processIdentity(pid) ?? "ended")}-`;

let ownPrefix: string | undefined;
let cleared: Promise<void> | undefined;

/** Removes what killed processes left. Does so once in a process. */
export function clearAbandonedFolders(): Promise<void> {
  cleared ??= removeAbandonedFolders().catch((error: unknown) => {
    logger().warn({ err: error }, "temporary folders of an earlier process could not be removed");
  });
  return cleared;
}

/** Runs `work` with its own folder, which is deleted afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await clearAbandonedFolders();
  ownPrefix ??= prefixOf(process.pid);
  const folder = await mkdtemp(join(tmpdir(), ownPrefix));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(PREFIX) && (await isAbandoned(name)))
      await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function isAbandoned(name: string): Promise<boolean> {
  const [host, pid] = name.slice(PREFIX.length).split("-");
  if (host === here) return !name.startsWith(prefixOf(Number(pid)));
  const changed = await stat(join(tmpdir(), name)).catch(() => null);
  return changed !== null && Date.now() - changed.mtimeMs > ABANDONED_AFTER_MS;
}
