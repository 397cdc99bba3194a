/**
 * Encoder and decoder of the stored waveform: several zoom levels of minimum, maximum and three band levels. The engine
 * encodes, the browser decodes, so this file is isomorphic. Little-endian.
 *
 *     0  u32  magic "SMPK"        4  u16  version        6  u16  number of levels
 *     8  f64  durationSeconds
 *    16  per level: f64 secondsPerPoint, u32 points, u32 byte offset of its data
 *     …  per level: min[points] i8, max[points] i8, low[points] u8, mid[points] u8, high[points] u8
 */

/** One zoom level. Point `i` covers `[i, i + 1) · secondsPerPoint`; the last point may reach past the end. */
export type PeakLevel = {
  secondsPerPoint: number;
  /** Lowest and highest sample of any channel, 127 = full scale. */
  min: Int8Array;
  max: Int8Array;
  /** RMS of the band below 200 Hz, 200–2000 Hz and above, stored by `bandLevelToByte`. */
  low: Uint8Array;
  mid: Uint8Array;
  high: Uint8Array;
};

/** Levels run from the finest to the coarsest. */
export type Peaks = { durationSeconds: number; levels: PeakLevel[] };

/** The bytes are not a waveform in a version that this code reads. */
export class PeaksFormatError extends Error {
  override name = "PeaksFormatError";
}

const MAGIC = 0x4b504d53;
const VERSION = 1;
const HEADER_BYTES = 16;
const LEVEL_HEADER_BYTES = 16;
const BYTES_PER_POINT = 5;
const MAX_LEVELS = 16;

/** Maps an RMS amplitude (1 = full scale) to a byte. The square root keeps quiet bands visible. */
export function bandLevelToByte(rms: number): number {
  return Math.min(255, Math.round(255 * Math.sqrt(Math.max(0, rms))));
}

/** Inverse of {@link bandLevelToByte}: RMS amplitude, 1 = full scale. */
export function byteToBandLevel(byte: number): number {
  return (byte / 255) ** 2;
}

/** Encodes peaks. @throws PeaksFormatError if a level's five arrays differ in length */
export function encodePeaks({ durationSeconds, levels }: Peaks): Uint8Array {
  if (levels.length > MAX_LEVELS) throw new PeaksFormatError(`at most ${MAX_LEVELS} levels, got ${levels.length}`);
  const dataStart = HEADER_BYTES + levels.length * LEVEL_HEADER_BYTES;
  const bytes = new Uint8Array(levels.reduce((sum, level) => sum + level.min.length * BYTES_PER_POINT, dataStart));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, levels.length, true);
  view.setFloat64(8, durationSeconds, true);
  let offset = dataStart;
  for (const [index, level] of levels.entries()) {
    const points = level.min.length;
    const planes = [level.min, level.max, level.low, level.mid, level.high];
    if (planes.some((plane) => plane.length !== points)) throw new PeaksFormatError("planes differ in length");
    const header = HEADER_BYTES + index * LEVEL_HEADER_BYTES;
    view.setFloat64(header, level.secondsPerPoint, true);
    view.setUint32(header + 8, points, true);
    view.setUint32(header + 12, offset, true);
    for (const plane of planes) {
      bytes.set(new Uint8Array(plane.buffer, plane.byteOffset, points), offset);
      offset += points;
    }
  }
  return bytes;
}

/** Decodes peaks. The arrays are views into `bytes`, not copies. @throws PeaksFormatError if the bytes are not peaks */
export function decodePeaks(bytes: ArrayBuffer): Peaks {
  if (bytes.byteLength < HEADER_BYTES) throw new PeaksFormatError("shorter than a header");
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== MAGIC) throw new PeaksFormatError("not a waveform");
  if (view.getUint16(4, true) !== VERSION) throw new PeaksFormatError("unknown version");
  const count = view.getUint16(6, true);
  if (count > MAX_LEVELS || bytes.byteLength < HEADER_BYTES + count * LEVEL_HEADER_BYTES) {
    throw new PeaksFormatError("level table cut off");
  }
  const levels = Array.from({ length: count }, (_, index) =>
    decodeLevel(bytes, view, HEADER_BYTES + index * LEVEL_HEADER_BYTES),
  );
  return { durationSeconds: view.getFloat64(8, true), levels };
}

function decodeLevel(bytes: ArrayBuffer, view: DataView, header: number): PeakLevel {
  const points = view.getUint32(header + 8, true);
  const offset = view.getUint32(header + 12, true);
  if (offset + points * BYTES_PER_POINT > bytes.byteLength) throw new PeaksFormatError("level cut off");
  return {
    secondsPerPoint: view.getFloat64(header, true),
    min: new Int8Array(bytes, offset, points),
    max: new Int8Array(bytes, offset + points, points),
    low: new Uint8Array(bytes, offset + points * 2, points),
    mid: new Uint8Array(bytes, offset + points * 3, points),
    high: new Uint8Array(bytes, offset + points * 4, points),
  };
}
