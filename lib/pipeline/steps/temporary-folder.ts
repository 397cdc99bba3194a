import "server-only";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logger } from "@/lib/platform/logger";

const PREFIX = "samplemind-analysis-";
/** Longer than any analysis takes. */
const ABANDONED_AFTER_MS = 6 * 60 * 60 * 1000;

let cleared: Promise<void> | undefined;

/** Runs `work` with its own folder, which is deleted afterwards. The next process removes what a killed one left. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  cleared ??= removeAbandonedFolders().catch((error: unknown) => {
    logger().warn({ err: error }, "temporary folders of an earlier process could not be removed");
  });
  await cleared;
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const changed = await stat(folder).catch(() => null);
    if (changed && Date.now() - changed.mtimeMs > ABANDONED_AFTER_MS)
      await rm(folder, { recursive: true, force: true });
  }
}
