import "server-only";
import type { BigIntStats, Dirent } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
import { env } from "@/lib/env";
import { isSystemFolder, leftOutReason } from "@/lib/format/audio-files";
import type { FileFailure } from "@/lib/imports/constants";
import { below, inside } from "@/lib/imports/relative-path";
import {
  Elsewhere,
  fileFailureOf,
  isDenied,
  isGone,
  isLink,
  isOfPlace,
  Unreachable,
  unreachableReason,
} from "./disk-error";
import { fingerprintOf } from "./fingerprint";
import { deviceOf, identityOf, openInside, pathOfFolder } from "./open-inside";

const LOOKS_AT_ONCE = 32;
const ENTRIES_AT_ONCE = 256;

export type Found =
  | { kind: "file"; path: Buffer; sizeBytes: number; fingerprint: string }
  /** Hidden, of the system, not named as audio, a link, a pipe: not looked at. */
  | { kind: "left_out"; count: number }
  /** A folder or a file about which nothing is known, and nothing about what is below it. */
  | { kind: "unreadable"; path: Buffer; failure: FileFailure }
  /** A folder that lies on another disk than the one around it. */
  | { kind: "disk"; path: Buffer; identity: string };

export interface Walked {
  root: Buffer;
  folder: Buffer;
}

/** Node types the entries of a folder that is read as bytes as if their names were text. */
type BytesDirent = Omit<Dirent, "name"> & { name: Buffer };

/**
 * Everything below a folder, however many. Holds one folder open, and in memory the names of folders still to come on
 * the way down. Links are not followed, so there are no loops, except of disks mounted into themselves, which end. What
 * cannot be read is named, and does not stop the rest.
 * @throws Unreachable if the folder itself cannot be read
 */
export async function* walk({ root, folder }: Walked): AsyncGenerator<Found> {
  const start = await openInside(root, folder, { isFolder: true }).catch((error: unknown) => {
    throw new Unreachable(unreachableReason(error));
  });
  await start.close();
  yield* walkFolder(below(root, folder), Buffer.alloc(0), []);
}

async function* walkFolder(start: Buffer, path: Buffer, above: readonly string[]): AsyncGenerator<Found> {
  const folders: Buffer[] = [];
  let here = "";
  try {
    const handle = await openInside(start, path, { isFolder: true });
    try {
      here = await identityOf(handle);
      if (above.includes(here) || isOwnStore(below(start, path))) {
        yield { kind: "left_out", count: 1 };
        return;
      }
      const around = above.at(-1);
      if (around !== undefined && deviceOf(around) !== deviceOf(here)) yield { kind: "disk", path, identity: here };
      yield* entriesOf(pathOfFolder(handle, below(start, path)), path, folders);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (path.length === 0) throw new Unreachable(unreachableReason(error));
    // Removed or replaced since its name was read.
    if (isGone(error) || isLink(error) || error instanceof Elsewhere) return;
    if (!isOfPlace(error)) throw error;
    await requireListed(start);
    yield { kind: "unreadable", path, failure: isDenied(error) ? "folder_unreadable" : "folder_error" };
  }
  for (const name of folders.sort(Buffer.compare)) yield* walkFolder(start, inside(path, name), [...above, here]);
}

/** Where a folder inside fails because the whole disk does, there is no end of folders that fail. */
async function requireListed(start: Buffer): Promise<void> {
  try {
    const listing = await opendir(start);
    await listing.read().finally(() => listing.close());
  } catch (error) {
    throw new Unreachable(unreachableReason(error));
  }
}

/** Where the embedded store keeps everybody's files. */
const isOwnStore = (whole: Buffer) =>
  env.EMBEDDED_S3_DIR !== undefined && whole.equals(Buffer.from(env.EMBEDDED_S3_DIR));

async function* entriesOf(readable: Buffer, path: Buffer, folders: Buffer[]): AsyncGenerator<Found> {
  const entries = (await opendir(readable, {
    encoding: "buffer" as BufferEncoding,
    bufferSize: ENTRIES_AT_ONCE,
  })) as unknown as AsyncIterable<BytesDirent>;
  let files: Buffer[] = [];
  let leftOut = 0;
  for await (const { name } of kinds(entries, readable, folders, () => leftOut++)) {
    files.push(name);
    if (files.length < LOOKS_AT_ONCE) continue;
    yield* looksAt(readable, path, files);
    files = [];
  }
  yield* looksAt(readable, path, files);
  if (leftOut > 0) yield { kind: "left_out", count: leftOut };
}

/** The entries that may be audio files; folders are put aside, and all others counted. */
async function* kinds(
  entries: AsyncIterable<BytesDirent>,
  readable: Buffer,
  folders: Buffer[],
  leaveOut: () => void,
): AsyncGenerator<BytesDirent> {
  for await (const entry of entries) {
    const text = entry.name.toString("utf8");
    const reason = isSystemFolder(text) ? "system" : leftOutReason(text);
    if (await isFolder(entry, readable)) {
      if (reason === "system" || reason === "hidden") leaveOut();
      else folders.push(entry.name);
    } else if (reason || entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket()) leaveOut();
    else yield entry;
  }
}

/** Some file systems do not tell with the name what it is the name of. */
async function isFolder(entry: BytesDirent, readable: Buffer): Promise<boolean> {
  const isKnown = entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket();
  if (isKnown || entry.isBlockDevice() || entry.isCharacterDevice()) return entry.isDirectory();
  return (await lstat(below(readable, entry.name)).catch(() => null))?.isDirectory() ?? false;
}

async function* looksAt(readable: Buffer, path: Buffer, names: readonly Buffer[]): AsyncGenerator<Found> {
  const looks = names.map((name) => lookAt(below(readable, name)));
  for (const [index, stats] of (await Promise.all(looks)).entries()) {
    const name = names[index] as Buffer;
    if (stats === null) continue;
    if (typeof stats === "string") yield { kind: "unreadable", path: inside(path, name), failure: stats };
    else if (!stats.isFile()) yield { kind: "left_out", count: 1 };
    else {
      const sizeBytes = Number(stats.size);
      yield { kind: "file", path: inside(path, name), sizeBytes, fingerprint: fingerprintOf(stats) };
    }
  }
}

/** Returns null if it has gone since its name was read. Who may not look at one file of a folder may look at none. */
async function lookAt(whole: Buffer): Promise<BigIntStats | FileFailure | null> {
  return lstat(whole, { bigint: true }).catch((error: unknown) => {
    if (isGone(error)) return null;
    if (isDenied(error) || !isOfPlace(error)) throw error;
    return fileFailureOf(error);
  });
}
