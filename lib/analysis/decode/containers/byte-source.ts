import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { AnalysisFailure, fileFailure } from "@/lib/analysis/record/failures";

/** Random access to bytes. A read that reaches past the end returns fewer bytes, or none. */
export interface ByteSource {
  readonly sizeBytes: number;
  read(offset: number, lengthBytes: number): Uint8Array;
}

export interface FileSource extends ByteSource {
  close(): void;
}

/** A path, as bytes if they are not UTF-8. */
export type FilePath = string | Buffer;

/**
 * Opens a regular file. Reads are synchronous, because the process that reads has nothing else to do.
 * @throws AnalysisFailure `missing_file`, `unreadable_file` or `empty_file`
 */
export function openFileSource(path: FilePath): FileSource {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer forever.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw fileFailure(error);
  }
  const stat = fstatSync(descriptor);
  if (!stat.isFile() || stat.size === 0) {
    closeSync(descriptor);
    throw new AnalysisFailure(stat.isFile() ? "empty_file" : "unreadable_file");
  }
  return {
    sizeBytes: stat.size,
    read: (offset, lengthBytes) => readFully(descriptor, offset, Math.min(lengthBytes, stat.size - offset)),
    close: () => closeSync(descriptor),
  };
}

function readFully(descriptor: number, offset: number, lengthBytes: number): Uint8Array {
  if (lengthBytes <= 0 || offset < 0) return new Uint8Array(0);
  const bytes = new Uint8Array(lengthBytes);
  let filled = 0;
  try {
    while (filled < lengthBytes) {
      const count = readSync(descriptor, bytes, filled, lengthBytes - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
  } catch (error) {
    throw fileFailure(error);
  }
  return filled === lengthBytes ? bytes : bytes.subarray(0, filled);
}

/** A source of bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: (offset, lengthBytes) => bytes.subarray(Math.max(0, offset), Math.max(0, offset) + Math.max(0, lengthBytes)),
  };
}

/** The part of a source from `start` on, whose offsets begin at zero. */
export function sourceFrom(source: ByteSource, start: number): ByteSource {
  if (start === 0) return source;
  return {
    sizeBytes: Math.max(0, source.sizeBytes - start),
    read: (offset, lengthBytes) => (offset < 0 ? new Uint8Array(0) : source.read(start + offset, lengthBytes)),
  };
}

export function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
