import "server-only";
import type { BigIntStats, Dirent } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
import { env } from "@/lib/env";
import { isSystemFolder, leftOutReason } from "@/lib/format/audio-files";
import { below, inside } from "@/lib/imports/relative-path";
import { Elsewhere, isDenied, isDisk, isGone, isLink, Unreachable, unreachableReason } from "./disk-error";
import { fingerprintOf } from "./fingerprint";
import { identityOf, openInside, pathOfFolder } from "./open-inside";

const LOOKS_AT_ONCE = 32;
const ENTRIES_AT_ONCE = 256;

export type Found =
  | { kind: "file"; path: Buffer; sizeBytes: number; fingerprint: string }
  /** Hidden, of the system, not named as audio, a link, a pipe: not looked at. */
  | { kind: "left_out"; count: number }
  | { kind: "unreadable_folder"; path: Buffer };

export interface Walked {
  root: Buffer;
  folder: Buffer;
}

/** Node types the entries of a folder that is read as bytes as if their names were text. */
type BytesDirent = Omit<Dirent, "name"> & { name: Buffer };

/**
 * Everything below a folder, however many. Holds one folder open, and in memory the names of folders still to come on
 * the way down. Links are not followed, so there are no loops, except of disks mounted into themselves, which end.
 * @throws Unreachable if the folder itself cannot be read, or the disk fails
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
      yield* entriesOf(pathOfFolder(handle, below(start, path)), path, folders);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (path.length === 0) throw new Unreachable(unreachableReason(error));
    if (isDenied(error)) yield { kind: "unreadable_folder", path };
    // Removed or replaced since its name was read.
    else if (isGone(error) || isLink(error) || error instanceof Elsewhere) return;
    else if (isDisk(error)) throw new Unreachable("disk");
    else throw error;
  }
  for (const name of folders.sort(Buffer.compare)) yield* walkFolder(start, inside(path, name), [...above, here]);
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
    if (!stats.isFile()) yield { kind: "left_out", count: 1 };
    else {
      const sizeBytes = Number(stats.size);
      yield { kind: "file", path: inside(path, name), sizeBytes, fingerprint: fingerprintOf(stats) };
    }
  }
}

/** Returns null if it has gone since its name was read. */
async function lookAt(whole: Buffer): Promise<BigIntStats | null> {
  return lstat(whole, { bigint: true }).catch((error: unknown) => {
    if (isGone(error)) return null;
    throw error;
  });
}
