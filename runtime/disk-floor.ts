import { statfs } from "node:fs/promises";

const MAX_FLOOR_BYTES = 1024 ** 3;
const FLOOR_SHARE = 0.05;

export interface DiskSpace {
  freeBytes: number;
  totalBytes: number;
}

export async function readDiskSpace(directory: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(directory);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** What stays free unless the operator says otherwise: 1 GiB, or a twentieth of a small disk. */
export function defaultFloorBytes({ totalBytes }: Pick<DiskSpace, "totalBytes">): number {
  return Math.min(MAX_FLOOR_BYTES, Math.floor(totalBytes * FLOOR_SHARE));
}
