import "server-only";
import type { FileFailure } from "@/lib/imports/constants";
import { Elsewhere, fileFailureOf, isDisk, isFromDisk, isGone } from "@/lib/imports/disk/disk-error";
import { type InnerDisk, isOnMissingDisk } from "@/lib/imports/disk/disks";
import { HELD_BYTES, type ReadFile, readFile } from "@/lib/imports/disk/read-file";
import { folderOf, nameOf, shownName, shownParts } from "@/lib/imports/relative-path";
import { atOnce } from "@/lib/imports/scans/at-once";
import type { WaitingFile } from "@/lib/imports/scans/lookups";
import type { ReadContent } from "@/lib/imports/scans/settled/writes";

const FILES_AT_ONCE = 4;
/** What one batch may hold in memory. */
const BATCH_BYTES = 24 * 1024 * 1024;

/** A folder that is being scanned, where it really is. */
export interface OpenedFolder {
  /** A real path. */
  place: Buffer;
  name: string;
  /** Mounted inside it when it was walked. */
  disks: readonly InnerDisk[];
  /** @throws Unreachable if it is not there any more, or another one is. */
  requireStill(): Promise<void>;
}

export type ReadResult =
  | { kind: "read"; content: ReadContent; read: ReadFile }
  | { kind: "failed"; file: WaitingFile; failure: FileFailure }
  | { kind: "changing"; file: WaitingFile }
  | { kind: "vanished"; file: WaitingFile };

/** As many of the files as one batch may hold, at least one. */
export function batchOf(files: readonly WaitingFile[]): WaitingFile[] {
  let bytes = 0;
  const over = files.findIndex(({ sizeBytes }, index) => {
    bytes += sizeBytes <= HELD_BYTES ? sizeBytes : 0;
    return index > 0 && bytes > BATCH_BYTES;
  });
  return files.slice(0, over < 0 ? files.length : over);
}

export const readBatch = (folder: OpenedFolder, files: readonly WaitingFile[]): Promise<ReadResult[]> =>
  atOnce(files, FILES_AT_ONCE, (file) => readOne(folder, file));

async function readOne(folder: OpenedFolder, file: WaitingFile): Promise<ReadResult> {
  try {
    const read = await readFile({ root: folder.place, path: file.path });
    if (read === "changing") return { kind: "changing", file };
    if (typeof read === "string") return { kind: "failed", file, failure: read };
    const { sha256, sizeBytes, fingerprint } = read;
    return { kind: "read", read, content: { file, sha256, sizeBytes, fingerprint, ...namesFor(folder, file.path) } };
  } catch (error) {
    return failedRead(folder, file, error);
  }
}

/** What a sample is called after the file that it was made of. */
function namesFor({ name }: OpenedFolder, path: Buffer) {
  const within = shownParts(folderOf(path));
  return { sampleName: shownName(nameOf(path)), sampleFolder: within === "" ? name : `${name}/${within}` };
}

/** If the disk has gone, nothing is known about the file. */
export async function failedRead(folder: OpenedFolder, file: WaitingFile, error: unknown): Promise<ReadResult> {
  if (!isFromDisk(error) && !(error instanceof Elsewhere)) throw error;
  if (isGone(error) || isDisk(error) || error instanceof Elsewhere) await folder.requireStill();
  if (!isGone(error)) return { kind: "failed", file, failure: fileFailureOf(error) };
  const isAway = await isOnMissingDisk(folder.place, folder.disks, file.path);
  return isAway ? { kind: "failed", file, failure: "disk_away" } : { kind: "vanished", file };
}
