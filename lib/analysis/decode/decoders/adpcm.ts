import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { viewOf } from "@/lib/analysis/decode/containers/byte-source";
import type { AdpcmEncoding } from "@/lib/analysis/decode/containers/pcm-encoding";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import type { DecodedBlock } from "./decoded-block";

/** Read this many samples at a time, in whole blocks. */
const READ_SAMPLES = 16_384;
const FULL_SCALE = 32_768;

type Adpcm = Extract<AudioLayout, { format: "adpcm" }>;

/** ADPCM of 4 bits a sample, from WAV, AIFF-C and CAF. */
export function* decodeAdpcm(
  source: ByteSource,
  layout: Adpcm,
  channels: number,
  sampleRateHz: number,
): Generator<DecodedBlock> {
  const { encoding, offset, lengthBytes } = layout;
  const blocksAtOnce = Math.max(1, Math.floor(READ_SAMPLES / encoding.blockSamples));
  const end = offset + lengthBytes;
  let left = layout.samples;
  for (let at = offset; at < end && left > 0; at += blocksAtOnce * encoding.blockBytes) {
    const bytes = source.read(at, Math.min(blocksAtOnce * encoding.blockBytes, end - at));
    if (bytes.length === 0) return;
    const blocks = Math.ceil(bytes.length / encoding.blockBytes);
    const into = Array.from({ length: channels }, () => new Float32Array(blocks * encoding.blockSamples));
    let filled = 0;
    for (let block = 0; block < blocks; block++) {
      const from = block * encoding.blockBytes;
      filled += decodeBlock(encoding, bytes.subarray(from, from + encoding.blockBytes), into, filled);
    }
    const taken = Math.min(filled, left);
    left -= taken;
    if (taken > 0) yield { channelData: into.map((samples) => samples.subarray(0, taken)), sampleRateHz };
  }
}

/** Decodes one block to `at` of each channel. Returns how many samples it holds; fewer if the block is cut short. */
function decodeBlock(encoding: AdpcmEncoding, block: Uint8Array, into: Float32Array[], at: number): number {
  switch (encoding.kind) {
    case "ima":
      return imaBlock(block, into, at);
    case "ima4":
      return ima4Block(block, into, at, encoding);
    case "ms":
      return msBlock(block, into, at, encoding.coefficients);
  }
}

/** Step sizes of the IMA's recommendation (1992), and how a code moves on among them. */
const IMA_STEPS = Int32Array.of(
  ...[7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107],
  ...[118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876],
  ...[963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358],
  ...[5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086],
  29794,
  32767,
);
const IMA_MOVES = Int32Array.of(-1, -1, -1, -1, 2, 4, 6, 8);
const LAST_STEP = IMA_STEPS.length - 1;

/** The predictor of one channel. */
class ImaState {
  constructor(
    private value: number,
    private index: number,
  ) {
    this.index = Math.min(Math.max(index, 0), LAST_STEP);
  }

  next(code: number): number {
    const step = IMA_STEPS[this.index] as number;
    let difference = step >> 3;
    if (code & 4) difference += step;
    if (code & 2) difference += step >> 1;
    if (code & 1) difference += step >> 2;
    this.value = clamped(code & 8 ? this.value - difference : this.value + difference);
    this.index = Math.min(Math.max(this.index + (IMA_MOVES[code & 7] as number), 0), LAST_STEP);
    return this.value / FULL_SCALE;
  }
}

/** WAV: the first sample as it is, then four bytes of codes for each channel in turn, the lower code first. */
function imaBlock(block: Uint8Array, into: Float32Array[], at: number): number {
  const channels = into.length;
  if (block.length < 4 * channels) return 0;
  const view = viewOf(block);
  const words = Math.floor((block.length - 4 * channels) / (4 * channels));
  for (const [channel, samples] of into.entries()) {
    const first = view.getInt16(channel * 4, true);
    const state = new ImaState(first, view.getUint8(channel * 4 + 2));
    samples[at] = first / FULL_SCALE;
    for (let word = 0; word < words; word++) {
      const from = 4 * (channels + word * channels + channel);
      for (let nibble = 0; nibble < 8; nibble++) {
        const byte = block[from + (nibble >> 1)] as number;
        samples[at + 1 + word * 8 + nibble] = state.next(nibble & 1 ? byte >> 4 : byte & 15);
      }
    }
  }
  return 1 + words * 8;
}

/** QuickTime: a packet for each channel. Its first two bytes hold nine bits of the predictor and seven of the step. */
function ima4Block(
  block: Uint8Array,
  into: Float32Array[],
  at: number,
  { blockBytes, blockSamples }: AdpcmEncoding,
): number {
  if (block.length < blockBytes) return 0;
  const packetBytes = blockBytes / into.length;
  for (const [channel, samples] of into.entries()) {
    const packet = block.subarray(channel * packetBytes, (channel + 1) * packetBytes);
    const head = viewOf(packet).getInt16(0);
    const state = new ImaState(head & ~0x7f, head & 0x7f);
    for (let index = 0; index < blockSamples; index++) {
      const byte = packet[2 + (index >> 1)] as number;
      samples[at + index] = state.next(index & 1 ? byte >> 4 : byte & 15);
    }
  }
  return blockSamples;
}

const MS_ADAPTATION = Int32Array.of(230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230);
const SMALLEST_DELTA = 16;
/** A damaged block could make the step grow without end. */
const LARGEST_DELTA = 2 ** 20;

/** Microsoft: two samples as they are, then a code for each channel in turn, the higher code first. */
function msBlock(block: Uint8Array, into: Float32Array[], at: number, coefficients: readonly number[]): number {
  const channels = into.length;
  if (block.length < 7 * channels) return 0;
  const view = viewOf(block);
  const states = into.map((_, channel) => {
    const predictor = view.getUint8(channel);
    return {
      first: coefficients[predictor * 2] ?? 256,
      second: coefficients[predictor * 2 + 1] ?? 0,
      delta: view.getInt16(channels + channel * 2, true),
      newer: view.getInt16(3 * channels + channel * 2, true),
      older: view.getInt16(5 * channels + channel * 2, true),
    };
  });
  for (const [channel, { older, newer }] of states.entries()) {
    const samples = into[channel] as Float32Array;
    samples[at] = older / FULL_SCALE;
    samples[at + 1] = newer / FULL_SCALE;
  }
  const codes = (block.length - 7 * channels) * 2;
  const frames = Math.floor(codes / channels);
  for (let index = 0; index < frames * channels; index++) {
    const byte = block[7 * channels + (index >> 1)] as number;
    const code = index & 1 ? byte & 15 : byte >> 4;
    const state = states[index % channels] as (typeof states)[number];
    const signed = code >= 8 ? code - 16 : code;
    const predicted = Math.trunc((state.newer * state.first + state.older * state.second) / 256);
    const value = clamped(predicted + signed * state.delta);
    state.delta = Math.min(
      Math.max(((MS_ADAPTATION[code] as number) * state.delta) >> 8, SMALLEST_DELTA),
      LARGEST_DELTA,
    );
    state.older = state.newer;
    state.newer = value;
    (into[index % channels] as Float32Array)[at + 2 + Math.floor(index / channels)] = value / FULL_SCALE;
  }
  return 2 + frames;
}

function clamped(value: number): number {
  return Math.min(Math.max(value, -FULL_SCALE), FULL_SCALE - 1);
}
