import { isBelow } from "@/lib/imports/relative-path";
import { identityAt } from "./open-inside";

/** Another disk that is mounted somewhere inside an imported folder. */
export interface InnerDisk {
  /** Of the folder where it is mounted, below the imported one. */
  path: Buffer;
  identity: string;
}

/** As it was when files were last found on it. */
export interface KnownDisk extends InnerDisk {
  foundAt: Date;
}

interface StoredDisk {
  path: string;
  identity: string;
  foundAt: string;
}

export const diskOf = ({ path, identity, foundAt }: StoredDisk): KnownDisk => ({
  path: Buffer.from(path, "base64url"),
  identity,
  foundAt: new Date(foundAt),
});
export const storedDisk = ({ path, identity, foundAt }: KnownDisk): StoredDisk => ({
  path: path.toString("base64url"),
  identity,
  foundAt: foundAt.toISOString(),
});

/** Whether the same disk is mounted there now. */
export const isThere = (place: Buffer, { path, identity }: InnerDisk): Promise<boolean> =>
  identityAt(place, path).then(
    (now) => now === identity,
    () => false,
  );

/** Whether a file is missing because its disk is. */
export async function isOnMissingDisk(place: Buffer, disks: readonly InnerDisk[], file: Buffer): Promise<boolean> {
  for (const disk of disks) if (isBelow(file, disk.path) && !(await isThere(place, disk))) return true;
  return false;
}
