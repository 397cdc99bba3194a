/**
 * Encoder and decoder of a window of samples. The server encodes, the browser decodes, so this file is isomorphic.
 * Little-endian.
 *
 *     0  u32  magic "SMPW"        4  u16  version        6  u16  channels
 *     8  u32  framesPerPoint     12  u32  points
 *    16  f64  startFrame         24  f64  sampleRateHz
 *    32  one frame a point:   per channel samples[points] f32, 1 = full scale
 *        more frames a point: min[points] i16, max[points] i16, of any channel, 32767 = full scale
 */

interface WindowPlace {
  sampleRateHz: number;
  /** The first frame of the first point, counted from the beginning of the recording. */
  startFrame: number;
}

/** Every sample of a stretch. */
export interface SampleWindow extends WindowPlace {
  framesPerPoint: 1;
  /** One array for each channel. */
  channels: Float32Array[];
}

/** The extremes of a stretch. The last point may cover fewer frames. */
export interface ExtremesWindow extends WindowPlace {
  framesPerPoint: number;
  /** Lowest and highest sample of any channel, 32767 = full scale. */
  min: Int16Array;
  max: Int16Array;
}

export type WaveformWindow = SampleWindow | ExtremesWindow;

/** The bytes are not a window in a version that this code reads. */
export class WindowFormatError extends Error {
  override name = "WindowFormatError";
}

const MAGIC = 0x57504d53;
const VERSION = 1;
const HEADER_BYTES = 32;

export const hasSamples = (window: WaveformWindow): window is SampleWindow => "channels" in window;

export function encodeWindow(window: WaveformWindow): Uint8Array<ArrayBuffer> {
  const planes = hasSamples(window) ? window.channels : [window.min, window.max];
  const points = planes[0]?.length ?? 0;
  const bytes = new Uint8Array(HEADER_BYTES + planes.reduce((sum, plane) => sum + plane.byteLength, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, hasSamples(window) ? planes.length : 1, true);
  view.setUint32(8, window.framesPerPoint, true);
  view.setUint32(12, points, true);
  view.setFloat64(16, window.startFrame, true);
  view.setFloat64(24, window.sampleRateHz, true);
  let offset = HEADER_BYTES;
  for (const plane of planes) {
    bytes.set(new Uint8Array(plane.buffer, plane.byteOffset, plane.byteLength), offset);
    offset += plane.byteLength;
  }
  return bytes;
}

/** Decodes a window. The arrays are views into `bytes`, not copies. @throws WindowFormatError */
export function decodeWindow(bytes: ArrayBuffer): WaveformWindow {
  if (bytes.byteLength < HEADER_BYTES) throw new WindowFormatError("shorter than a header");
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== MAGIC) throw new WindowFormatError("not a window");
  if (view.getUint16(4, true) !== VERSION) throw new WindowFormatError("unknown version");
  const count = view.getUint16(6, true);
  const framesPerPoint = view.getUint32(8, true);
  const points = view.getUint32(12, true);
  const place = { startFrame: view.getFloat64(16, true), sampleRateHz: view.getFloat64(24, true) };
  if (framesPerPoint === 1) {
    if (bytes.byteLength < HEADER_BYTES + count * points * 4) throw new WindowFormatError("cut off");
    const channels = Array.from(
      { length: count },
      (_, channel) => new Float32Array(bytes, HEADER_BYTES + channel * points * 4, points),
    );
    return { ...place, framesPerPoint: 1, channels };
  }
  if (bytes.byteLength < HEADER_BYTES + points * 4) throw new WindowFormatError("cut off");
  const min = new Int16Array(bytes, HEADER_BYTES, points);
  return { ...place, framesPerPoint, min, max: new Int16Array(bytes, HEADER_BYTES + points * 2, points) };
}
