import { type ByteSource, viewOf } from "@/lib/analysis/decode/containers/byte-source";
import type { PcmEncoding } from "@/lib/analysis/decode/containers/pcm-encoding";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import type { DecodedBlock } from "./decoded-block";

const BLOCK_FRAMES = 16_384;

type Pcm = Extract<AudioLayout, { format: "pcm" }>;

/** Reads uncompressed samples block by block. Integers are scaled to −1 … 1 by their full range, floats not at all. */
export function* decodePcm(
  source: ByteSource,
  layout: Pcm,
  channels: number,
  sampleRateHz: number,
): Generator<DecodedBlock> {
  const end = layout.offset + layout.lengthBytes;
  for (let offset = layout.offset; offset < end; offset += BLOCK_FRAMES * layout.frameBytes) {
    const bytes = source.read(offset, Math.min(BLOCK_FRAMES * layout.frameBytes, end - offset));
    const frames = Math.floor(bytes.length / layout.frameBytes);
    if (frames === 0) return;
    const view = viewOf(bytes);
    const channelData = Array.from({ length: channels }, (_, channel) =>
      readChannel(view, layout.encoding, {
        frames,
        frameBytes: layout.frameBytes,
        at: channel * layout.encoding.bytes,
      }),
    );
    yield { channelData, sampleRateHz };
  }
}

interface Stride {
  frames: number;
  frameBytes: number;
  at: number;
}

function readChannel(view: DataView, encoding: PcmEncoding, { frames, frameBytes, at }: Stride): Float32Array {
  const samples = new Float32Array(frames);
  const read = sampleReader(view, encoding);
  for (let frame = 0; frame < frames; frame++) samples[frame] = read(at + frame * frameBytes);
  return samples;
}

function sampleReader(view: DataView, encoding: PcmEncoding): (at: number) => number {
  if (encoding.kind === "mulaw") return (at) => MULAW[view.getUint8(at)] as number;
  if (encoding.kind === "alaw") return (at) => ALAW[view.getUint8(at)] as number;
  const little = encoding.littleEndian;
  if (encoding.kind === "float") {
    return encoding.bytes === 4 ? (at) => view.getFloat32(at, little) : (at) => view.getFloat64(at, little);
  }
  switch (encoding.bytes) {
    case 1:
      return encoding.signed ? (at) => view.getInt8(at) / 128 : (at) => (view.getUint8(at) - 128) / 128;
    case 2:
      return (at) => view.getInt16(at, little) / 32_768;
    case 3:
      return little
        ? (at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8_388_608
        : (at) => ((view.getInt8(at) << 16) | view.getUint16(at + 1)) / 8_388_608;
    case 4:
      return (at) => view.getInt32(at, little) / 2_147_483_648;
    // A float has fewer bits than the upper half.
    case 8:
      return (at) => view.getInt32(little ? at + 4 : at, little) / 2_147_483_648;
  }
}

/** ITU-T G.711, µ-law. */
const MULAW = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff;
  const magnitude = (((bits & 15) << 3) + 132) * 2 ** ((bits >> 4) & 7) - 132;
  return (bits & 0x80 ? -magnitude : magnitude) / 32_768;
});

/** ITU-T G.711, A-law. */
const ALAW = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + 8;
  const magnitude = exponent === 0 ? step : (step + 256) * 2 ** (exponent - 1);
  return (bits & 0x80 ? magnitude : -magnitude) / 32_768;
});
