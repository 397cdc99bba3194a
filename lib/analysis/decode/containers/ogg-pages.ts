import { ascii, type ByteSource, viewOf } from "./byte-source";

export interface OggPage {
  /** The whole page, header included. */
  bytes: Uint8Array;
  body: Uint8Array;
  serial: number;
  granule: number;
  segments: number;
  isFirst: boolean;
  isLast: boolean;
  /** Pages of a stream are numbered without gaps. */
  number: number;
  /** Where it begins in the file. */
  offset: number;
  /** Whether the checksum is right. */
  intact: boolean;
}

const READ_BYTES = 128 * 1024;
const MAX_PAGE_BYTES = 27 + 255 + 255 * 255;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** CRC of a page, computed with its own four checksum bytes as zero (RFC 3533 §6). */
export function pageChecksum(page: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < page.length; at++) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] as number);
    crc = (crc << 8) ^ (CRC_TABLE[((crc >>> 24) ^ byte) & 0xff] as number);
  }
  return crc >>> 0;
}

/**
 * Every page in order. A page whose checksum is wrong is marked and passed on if only its sound can be damaged, that is
 * if it is not a header and the next page begins where it ends. Other damage is skipped. Memory: one read window.
 */
export function* oggPages(source: ByteSource, from = 0): Generator<OggPage> {
  let offset = from;
  let window = source.read(offset, READ_BYTES);
  let at = 0;
  while (true) {
    if (window.length - at < MAX_PAGE_BYTES && offset + window.length < source.sizeBytes) {
      offset += at;
      window = source.read(offset, READ_BYTES);
      at = 0;
    }
    const start = findCapture(window, at);
    if (start === null) {
      // The capture pattern may lie across two windows.
      const next = Math.max(at + 1, window.length - 3);
      if (offset + window.length >= source.sizeBytes) return;
      at = next;
      continue;
    }
    at = start;
    if (window.length - at < MAX_PAGE_BYTES && offset + window.length < source.sizeBytes) continue;
    const page = pageAt(window, at, offset);
    at += page ? page.bytes.length : 4;
    if (page) yield page;
  }
}

function findCapture(window: Uint8Array, from: number): number | null {
  for (let at = window.indexOf(0x4f, from); at >= 0; at = window.indexOf(0x4f, at + 1)) {
    if (window[at + 1] === 0x67 && window[at + 2] === 0x67 && window[at + 3] === 0x53) return at;
  }
  return null;
}

function pageAt(window: Uint8Array, at: number, windowOffset: number): OggPage | null {
  const segments = window[at + 26];
  if (segments === undefined || window[at + 4] !== 0 || at + 27 + segments > window.length) return null;
  let lengthBytes = 27 + segments;
  for (const size of window.subarray(at + 27, at + 27 + segments)) lengthBytes += size;
  if (at + lengthBytes > window.length) return null;
  const bytes = window.subarray(at, at + lengthBytes);
  const view = viewOf(bytes);
  const granule = Number(view.getBigInt64(6, true));
  const intact = view.getUint32(22, true) === pageChecksum(bytes);
  const end = at + lengthBytes;
  const onlySoundHurt = granule > 0 && (end === window.length || ascii(window, end, 4) === "OggS");
  if (!intact && !onlySoundHurt) return null;
  return {
    bytes,
    body: bytes.subarray(27 + segments),
    serial: view.getUint32(14, true),
    granule,
    segments,
    isFirst: intact && ((bytes[5] ?? 0) & 2) !== 0,
    isLast: intact && ((bytes[5] ?? 0) & 4) !== 0,
    number: view.getUint32(18, true),
    offset: windowOffset + at,
    intact,
  };
}

const TAIL_BYTES = 3 * MAX_PAGE_BYTES;

/** Granule position of a stream's last page, searched for near the end of the file; null if none is found. */
export function lastGranule(source: ByteSource, serial: number): number | null {
  let granule: number | null = null;
  for (const page of oggPages(source, Math.max(0, source.sizeBytes - TAIL_BYTES))) {
    if (page.intact && page.serial === serial && page.granule >= 0) granule = page.granule;
  }
  return granule;
}

export function isOgg(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 4) === "OggS";
}
