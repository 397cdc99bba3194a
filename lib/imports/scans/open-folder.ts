import "server-only";
import { allowedRoot, realRoot } from "@/lib/imports/disk/allowed-dirs";
import { Unreachable, unreachableReason } from "@/lib/imports/disk/disk-error";
import { diskOf } from "@/lib/imports/disk/disks";
import { identityAt } from "@/lib/imports/disk/open-inside";
import { below } from "@/lib/imports/relative-path";
import type { OpenedFolder } from "./batch/read-batch";
import type { ScanFolder } from "./lookups";

export interface ScannedFolder extends OpenedFolder {
  /** The allowed directory, a real path, and the folder below it. */
  root: Buffer;
  path: Buffer;
  identity: string;
}

/**
 * Finds the folder of an import below its allowed directory. With `expected`, it must still be the same folder of the
 * same disk.
 * @throws Unreachable
 */
export async function openScanFolder(folder: ScanFolder, expected: string | null): Promise<ScannedFolder> {
  if (!allowedRoot(folder.root)) throw new Unreachable("not_allowed");
  try {
    const root = await realRoot(folder.root);
    const identity = await identityAt(root, folder.path);
    if (expected !== null && identity !== expected) throw new Unreachable("replaced");
    const requireStill = async () => void (await openScanFolder(folder, identity));
    const place = below(root, folder.path);
    const disks = folder.disks.map(diskOf);
    return { root, path: folder.path, place, name: folder.name, identity, disks, requireStill };
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(unreachableReason(error));
  }
}
