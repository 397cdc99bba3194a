import "server-only";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, readlink, realpath } from "node:fs/promises";
import { below } from "@/lib/imports/relative-path";
import { Elsewhere } from "./disk-error";

// Windows has none of these.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_DIRECTORY = 0 } = constants;
/** Linux knows where every open file is, and lets a folder be read through it whatever its path is by now. */
const HAS_DESCRIPTOR_PATHS = process.platform === "linux";

/**
 * Opens what is at `path` below `root`, a real path, and makes sure that it really is there: a link at the end is
 * refused by the system, and one on the way shows in where the opened file is. Pipes are not waited for.
 * @throws Elsewhere; errors of the file system
 */
export async function openInside(root: Buffer, path: Buffer, { isFolder }: { isFolder: boolean }): Promise<FileHandle> {
  const whole = below(root, path);
  const handle = await open(whole, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | (isFolder ? O_DIRECTORY : 0));
  try {
    await requirePlace(handle, whole);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function requirePlace(handle: FileHandle, whole: Buffer): Promise<void> {
  if (HAS_DESCRIPTOR_PATHS) {
    const place = await readlink(`/proc/self/fd/${handle.fd}`, { encoding: "buffer" });
    if (!place.equals(whole)) throw new Elsewhere("a link is on the way");
    return;
  }
  // Elsewhere the opened file must be the one that a path without any link leads to.
  const [real, opened] = [await realpath(whole, { encoding: "buffer" }), await handle.stat({ bigint: true })];
  const there = await lstat(real, { bigint: true });
  if (!real.equals(whole) || there.dev !== opened.dev || there.ino !== opened.ino) {
    throw new Elsewhere("a link is on the way");
  }
}

/** A path by which an opened folder is read, and what is in it found. */
export const pathOfFolder = (handle: FileHandle, whole: Buffer): Buffer =>
  HAS_DESCRIPTOR_PATHS ? Buffer.from(`/proc/self/fd/${handle.fd}`) : whole;

/** The device and the number of a folder. Another disk at the same path has others. */
export async function identityOf(handle: FileHandle): Promise<string> {
  const { dev, ino } = await handle.stat({ bigint: true });
  return `${dev}:${ino}`;
}

/** The device alone. Folders of one disk have the same, as long as it stays connected. */
export const deviceOf = (identity: string): string => identity.slice(0, identity.indexOf(":"));

/** The identity of a folder below `root`. @throws Elsewhere; errors of the file system */
export async function identityAt(root: Buffer, path: Buffer): Promise<string> {
  const handle = await openInside(root, path, { isFolder: true });
  try {
    return await identityOf(handle);
  } finally {
    await handle.close();
  }
}
