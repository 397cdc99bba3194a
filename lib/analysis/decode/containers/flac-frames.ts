import { ascii, type ByteSource } from "./byte-source";

export interface FlacFrame {
  bytes: Uint8Array;
  samples: number;
  /** Place in the file, and in the stream. */
  offset: number;
  firstSample: number;
}

const READ_BYTES = 256 * 1024;
/** Eight channels of 65,535 uncompressed samples of 32 bits. */
const MAX_FRAME_BYTES = 8 * 65_535 * 4 + 64;

const CRC16 = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x8005) & 0xffff : crc << 1;
  return crc;
});

/** CRC-16 of a frame without its last two bytes, which store it (RFC 9639 §9.3). */
export function flacFrameChecksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = (CRC16[(crc >> 8) ^ byte] as number) ^ ((crc << 8) & 0xff00);
  return crc;
}

interface FrameHeader {
  samples: number;
  lengthBytes: number;
  /** Number of the frame, or of its first sample if frames are of different lengths. */
  number: number;
  isNumberOfSample: boolean;
}

/** The frame header at `at` if its CRC-8 is right (RFC 9639 §9.1), or null. */
export function flacHeaderAt(bytes: Uint8Array, at: number): FrameHeader | null {
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  if (bytes[at] !== 0xff || (second & 0xfe) !== 0xf8 || at + 6 > bytes.length) return null;
  const blockCode = third >> 4;
  const rateCode = third & 15;
  if (blockCode === 0 || rateCode === 15 || fourth >> 4 > 10 || fourth & 1) return null;
  const numberBytes = codedNumberBytes(bytes[at + 4] ?? 0xff);
  if (numberBytes === 0) return null;
  let end = at + 4 + numberBytes;
  let samples = blockCode === 1 ? 192 : blockCode <= 5 ? 576 << (blockCode - 2) : 256 << (blockCode - 8);
  if (blockCode === 6) samples = (bytes[end++] ?? 0) + 1;
  else if (blockCode === 7) {
    samples = (((bytes[end] ?? 0) << 8) | (bytes[end + 1] ?? 0)) + 1;
    end += 2;
  }
  end += rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0;
  if (end >= bytes.length) return null;
  if (crc8(bytes, at, end) !== bytes[end]) return null;
  const number = codedNumber(bytes.subarray(at + 4, at + 4 + numberBytes));
  return { samples, lengthBytes: end + 1 - at, number, isNumberOfSample: (second & 1) === 1 };
}

function codedNumberBytes(first: number): number {
  if (first < 0x80) return 1;
  const leading = Math.clz32(~(first << 24));
  return leading >= 2 && leading <= 7 ? leading : 0;
}

/** UTF-8's scheme, extended to 36 bits. */
function codedNumber(bytes: Uint8Array): number {
  const first = bytes[0] ?? 0;
  let value = bytes.length === 1 ? first : first & (0x7f >> bytes.length);
  for (const byte of bytes.subarray(1)) value = value * 64 + (byte & 63);
  return value;
}

function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let at = from; at < to; at++) {
    crc ^= bytes[at] as number;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 7) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}

/**
 * Every frame whose CRC-16 is right, in order. Anything between them is passed over: a decoder would silently return
 * nothing for it. Memory: one frame and one read window.
 */
export function* flacFrames(source: ByteSource, from: number): Generator<FlacFrame> {
  let offset = from;
  let window = source.read(offset, READ_BYTES);
  let at = 0;
  let blockSamples = 0;
  while (at < window.length) {
    const header = flacHeaderAt(window, at);
    const endsFile = offset + window.length >= source.sizeBytes;
    const end = header ? frameEnd(window, at, header, endsFile) : null;
    if (header && end !== null) {
      // All frames are as long as the first, only the last may be shorter.
      if (blockSamples === 0 || header.number === 0) blockSamples = header.samples;
      const firstSample = header.isNumberOfSample ? header.number : header.number * blockSamples;
      yield { bytes: window.subarray(at, end), samples: header.samples, offset: offset + at, firstSample };
      at = end;
      continue;
    }
    const sawAll = endsFile || window.length - at > MAX_FRAME_BYTES;
    if (!sawAll && at > 0) {
      offset += at;
      window = source.read(offset, READ_BYTES);
      at = 0;
    } else if (!sawAll && header) {
      window = source.read(offset, window.length * 2);
    } else {
      at = nextHeader(window, at + 1);
    }
  }
}

/** A CRC-8 is seldom right by chance. If this many headers pass without a right CRC-16, the frame is damaged. */
const HEADERS_PASSED = 4;
/** Tags after the last frame are at most this long. Further back a right CRC-16 would be chance. */
const TRAILING_BYTES = 1024;

/** Another stream that was joined to this one, or a tag. */
function isBehindStream(window: Uint8Array, at: number): boolean {
  return /^(?:fLaC|ID3|TAG|APETAGEX)/.test(ascii(window, at, 8));
}

/** Where the frame at `start` ends: before another header or at the end of the file, and with its CRC-16 right. */
function frameEnd(window: Uint8Array, start: number, header: FrameHeader, endsFile: boolean): number | null {
  const limit = Math.min(window.length, start + MAX_FRAME_BYTES);
  let crc = 0;
  let passed = 0;
  let beforeTags: number | null = null;
  for (let at = start; at < limit; at++) {
    const byte = window[at] as number;
    const after = at > start + header.lengthBytes;
    if (after && byte === 0xff && flacHeaderAt(window, at)) {
      if (crc === 0) return at;
      if (++passed === HEADERS_PASSED) return null;
    } else if (after && crc === 0) {
      if (isBehindStream(window, at)) return at;
      if (endsFile && limit - at <= TRAILING_BYTES) beforeTags = at;
    }
    crc = (CRC16[(crc >> 8) ^ byte] as number) ^ ((crc << 8) & 0xff00);
  }
  if (!endsFile) return null;
  return crc === 0 ? limit : beforeTags;
}

function nextHeader(window: Uint8Array, from: number): number {
  for (let at = window.indexOf(0xff, from); at >= 0; at = window.indexOf(0xff, at + 1)) {
    if (flacHeaderAt(window, at)) return at;
    if (at + 20 > window.length) return at;
  }
  return window.length;
}
