import "server-only";
import { v7 as uuidv7 } from "uuid";
import { asSystem } from "@/lib/audit/sources";
import { Changed, type ReadFile, readAgain } from "@/lib/imports/disk/read-file";
import { atOnce } from "@/lib/imports/scans/at-once";
import type { ReadContent } from "@/lib/imports/scans/settled/writes";
import { RESERVED_SECONDS } from "@/lib/imports/scans/timing";
import { originalKey } from "@/lib/objects/object-keys";
import { giveUpObjects, reserveObjects } from "@/lib/objects/writes";
import { createMultipart, putObject } from "@/lib/platform/s3";
import { uploadStream } from "@/lib/platform/s3-upload";
import { inTransaction } from "@/lib/work/unit-of-work";
import { failedRead, type OpenedFolder, type ReadResult } from "./read-batch";

const FILES_AT_ONCE = 4;

/** Bytes in storage that no sample names yet. */
export interface CopiedFile {
  sampleId: string;
  objectKey: string;
  content: ReadContent;
}

interface ToCopy extends CopiedFile {
  read: ReadFile;
  multipartUploadId: string | null;
}

/**
 * Copies files into storage. Each object is reserved before, so that nothing stays behind if this process dies. What
 * could not be copied is in `others`.
 */
export async function copyFiles(
  folder: OpenedFolder,
  files: readonly { content: ReadContent; read: ReadFile }[],
): Promise<{ copied: CopiedFile[]; others: ReadResult[] }> {
  if (files.length === 0) return { copied: [], others: [] };
  const wanted: ToCopy[] = [];
  for (const { content, read } of files) {
    const sampleId = uuidv7();
    const objectKey = originalKey(sampleId);
    const multipartUploadId = read.bytes ? null : (await createMultipart({ key: objectKey })).uploadId;
    wanted.push({ sampleId, objectKey, content, read, multipartUploadId });
  }
  const objects = wanted.map(({ objectKey, multipartUploadId }) => ({ objectKey, multipartUploadId }));
  await inTransaction(asSystem(), (work) => reserveObjects(work, objects, RESERVED_SECONDS));
  const results = await atOnce(wanted, FILES_AT_ONCE, (one) => copy(folder, one));
  const others = results.filter((result) => result !== null);
  const lost = wanted.filter((_, index) => results[index] !== null).map(({ objectKey }) => objectKey);
  if (lost.length > 0) await inTransaction(asSystem(), (work) => giveUpObjects(work, lost));
  const copied = wanted.filter((_, index) => results[index] === null);
  return { copied: copied.map(({ sampleId, objectKey, content }) => ({ sampleId, objectKey, content })), others };
}

/** Returns null if the bytes are in storage. */
async function copy(
  folder: OpenedFolder,
  { objectKey, content, read, multipartUploadId }: ToCopy,
): Promise<ReadResult | null> {
  if (read.bytes) {
    await putObject(objectKey, read.bytes, { contentType: "application/octet-stream" });
    return null;
  }
  try {
    const chunks = readAgain({ root: folder.place, path: content.file.path }, read);
    await uploadStream({ key: objectKey, uploadId: multipartUploadId ?? "", chunks });
    return null;
  } catch (error) {
    if (error instanceof Changed) return { kind: "changing", file: content.file };
    return failedRead(folder, content.file, error);
  }
}
