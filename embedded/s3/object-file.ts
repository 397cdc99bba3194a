import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Reservation } from "./disk-space";
import type { Checksum } from "./streaming-checksum";

/*
 * One file for each object: the bytes, then the record as JSON, then its length and a mark. Bytes and record are
 * therefore always from the same write, and the offsets of a range are offsets in the file.
 */
const MARK = Buffer.from("SMOBJ001");
const FOOTER_BYTES = 4 + MARK.length;
const TAIL_BYTES = 4096;
const READ_CHUNK_BYTES = 256 * 1024;

export interface ObjectRecord {
  key: string;
  sizeBytes: number;
  /** Without quotes. */
  etag: string;
  lastModifiedMs: number;
  /** `content-type` and the other headers that are returned unchanged, with names in lower case. */
  headers: Record<string, string>;
  /** User metadata. Its names are without `x-amz-meta-`. */
  metadata: Record<string, string>;
  checksum?: Checksum;
  /** The multipart upload it came from, so that completing it twice gives the same answer. */
  uploadId?: string;
}

export interface OpenObject {
  handle: FileHandle;
  record: ObjectRecord;
}

/** An unfinished write. A rename makes it visible as a whole, or it never appears. */
export class StagedFile {
  private sizeBytes = 0;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly room: Reservation,
  ) {}

  static async create(stagingDirectory: string, room: Reservation): Promise<StagedFile> {
    const path = join(stagingDirectory, randomUUID());
    return new StagedFile(path, await open(path, "wx", 0o600), room);
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.room.use(bytes.byteLength);
    for (let written = 0; written < bytes.byteLength; ) {
      written += (await this.handle.write(bytes, written)).bytesWritten;
    }
    this.sizeBytes += bytes.byteLength;
  }

  /** Adds the record and waits until everything is on disk. */
  async seal(record: Omit<ObjectRecord, "sizeBytes">): Promise<ObjectRecord> {
    const sealed: ObjectRecord = { ...record, sizeBytes: this.sizeBytes };
    const json = Buffer.from(JSON.stringify(sealed));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(json.length);
    await this.append(Buffer.concat([json, length, MARK]));
    await this.handle.sync();
    return sealed;
  }

  async moveTo(path: string): Promise<void> {
    await rename(this.path, path);
    await syncDirectory(dirname(path));
  }

  async close(): Promise<void> {
    await this.handle.close();
    await rm(this.path, { force: true });
  }
}

/** Runs one write. Removes the file if it was not moved to its place, and gives its room back. */
export async function withStagedFile<T>(
  stagingDirectory: string,
  room: Reservation,
  write: (file: StagedFile) => Promise<T>,
): Promise<T> {
  try {
    const file = await StagedFile.create(stagingDirectory, room);
    try {
      return await write(file);
    } finally {
      await file.close();
    }
  } finally {
    room.release();
  }
}

/** Opens for reading, or returns null if there is no such file. The handle keeps its version if a write replaces it. */
export async function openObjectFile(path: string): Promise<OpenObject | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
  try {
    return { handle, record: await readRecord(handle, path) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readRecord(handle: FileHandle, path: string): Promise<ObjectRecord> {
  const { size } = await handle.stat();
  let tail = await readTail(handle, size, TAIL_BYTES);
  if (tail.length < FOOTER_BYTES || !tail.subarray(-MARK.length).equals(MARK))
    throw new Error(`no object file: ${path}`);
  const recordBytes = tail.readUInt32BE(tail.length - FOOTER_BYTES);
  if (recordBytes + FOOTER_BYTES > tail.length) tail = await readTail(handle, size, recordBytes + FOOTER_BYTES);
  const json = tail.subarray(tail.length - FOOTER_BYTES - recordBytes, tail.length - FOOTER_BYTES);
  const record = JSON.parse(json.toString("utf8")) as ObjectRecord;
  if (record.sizeBytes + recordBytes + FOOTER_BYTES !== size) throw new Error(`damaged object file: ${path}`);
  return record;
}

async function readTail(handle: FileHandle, sizeBytes: number, byteCount: number): Promise<Buffer> {
  const length = Math.min(sizeBytes, byteCount);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, sizeBytes - length);
  return buffer.subarray(0, bytesRead);
}

/** The object's bytes from `start` up to, but not including, `end`. */
export async function* readBytes({ handle }: OpenObject, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let position = start; position < end; ) {
    const length = Math.min(READ_CHUNK_BYTES, end - position);
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
    if (bytesRead === 0) throw new Error("the object file ended early");
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Creates a folder that survives a power cut. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first) await syncDirectory(dirname(first));
}

export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
