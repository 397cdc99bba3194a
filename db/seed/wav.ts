import { SAMPLE_RATE_HZ, type StereoBuffer } from "./stereo-buffer";

const HEADER_BYTES = 44;
const BYTES_PER_FRAME = 4;

/** A canonical RIFF file: 16-bit PCM, two channels. */
export function encodeWav({ left, right }: StereoBuffer): Uint8Array {
  const dataBytes = left.length * BYTES_PER_FRAME;
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes);
  const view = new DataView(bytes.buffer);
  const tag = (offset: number, text: string) => bytes.set(new TextEncoder().encode(text), offset);
  tag(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  tag(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 2, true);
  view.setUint32(24, SAMPLE_RATE_HZ, true);
  view.setUint32(28, SAMPLE_RATE_HZ * BYTES_PER_FRAME, true);
  view.setUint16(32, BYTES_PER_FRAME, true);
  view.setUint16(34, 16, true);
  tag(36, "data");
  view.setUint32(40, dataBytes, true);
  const quantise = (value: number) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767);
  for (let frame = 0; frame < left.length; frame++) {
    view.setInt16(HEADER_BYTES + frame * BYTES_PER_FRAME, quantise(left[frame] ?? 0), true);
    view.setInt16(HEADER_BYTES + frame * BYTES_PER_FRAME + 2, quantise(right[frame] ?? 0), true);
  }
  return bytes;
}
