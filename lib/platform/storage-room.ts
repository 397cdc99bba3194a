import "server-only";
import { env } from "@/lib/env";
import { defaultFloorBytes, readDiskSpace } from "@/runtime/disk-floor";

const MB = 1024 * 1024;

/** The operator's floor of free space, if one is set. */
export const configuredFloorBytes = (): number | undefined =>
  env.MIN_FREE_DISK_MB === undefined ? undefined : env.MIN_FREE_DISK_MB * MB;

/**
 * Whether this machine's disk has room for so many bytes above the floor. The parts of an upload and the object made of
 * them are there together for a moment. A store elsewhere knows its own room, and refuses by itself.
 */
export async function hasStorageRoom(sizeBytes: number): Promise<boolean> {
  if (!env.EMBEDDED_S3_DIR) return true;
  // Before the store's first request there is no folder. The store looks for itself.
  const space = await readDiskSpace(env.EMBEDDED_S3_DIR).catch(() => null);
  if (!space) return true;
  return space.freeBytes - 2 * sizeBytes >= (configuredFloorBytes() ?? defaultFloorBytes(space));
}
