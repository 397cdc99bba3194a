import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { type FlacDamage, flacFrames } from "@/lib/analysis/decode/containers/flac-frames";
import { STREAM_INFO_BYTES } from "@/lib/analysis/decode/containers/flac-header";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type DecodedBlock, rescaleIntegers } from "./decoded-block";
import { PieceDecoder } from "./stream-decoder";

/** A dozen bytes can hold 65,535 samples of silence, so pieces are bounded by their number of samples. */
const PIECE_SAMPLES = 32_768;
const PIECE_BYTES = 64 * 1024;
const LAST_STREAM_INFO = 0x80;
const MOST_BLOCK_SAMPLES = 65_535;

/**
 * Native FLAC. Damaged frames are left out. If they are more than half of the file, it is not worth measuring.
 * @throws AnalysisFailure `damaged_file`
 */
export async function* decodeFlac(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "flac" }>,
): AsyncGenerator<DecodedBlock> {
  const decoder = await PieceDecoder.open("flac");
  const damage: FlacDamage = { lostBytes: 0 };
  let handedOver = 0;
  let expected = 0;
  const count = (block: DecodedBlock | null) => {
    handedOver += block?.channelData[0]?.length ?? 0;
    return block ? rescaleIntegers(block, layout.bits) : null;
  };
  try {
    await decoder.push(streamStart(layout.streamInfo));
    for (const piece of pieces(source, layout.offset, damage)) {
      expected += piece.samples;
      // The header did not promise any frames beyond the count, and only the count was bounded.
      if (expected > layout.totalSamples + MOST_BLOCK_SAMPLES) break;
      const block = count(await decoder.push(piece.bytes));
      if (block) yield block;
    }
    const rest = count(await decoder.finish());
    if (rest) yield rest;
  } finally {
    decoder.close();
  }
  const lost = damage.lostBytes > (source.sizeBytes - layout.offset) / 2;
  if (lost || handedOver < expected / 2 || expected === 0) {
    throw new AnalysisFailure("damaged_file", `${damage.lostBytes} bytes lost, ${handedOver} of ${expected} samples`);
  }
}

/** The signature and a STREAMINFO block marked as the only one, so that pictures and tags never reach the decoder. */
function streamStart(streamInfo: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from("fLaC"), Buffer.from([LAST_STREAM_INFO, 0, 0, STREAM_INFO_BYTES]), streamInfo]);
}

function* pieces(source: ByteSource, offset: number, damage: FlacDamage) {
  let frames: Uint8Array[] = [];
  let samples = 0;
  let sizeBytes = 0;
  for (const frame of flacFrames(source, offset, damage)) {
    frames.push(frame.bytes);
    samples += frame.samples;
    sizeBytes += frame.bytes.length;
    if (samples < PIECE_SAMPLES && sizeBytes < PIECE_BYTES) continue;
    yield { bytes: Buffer.concat(frames), samples };
    frames = [];
    samples = 0;
    sizeBytes = 0;
  }
  if (frames.length > 0) yield { bytes: Buffer.concat(frames), samples };
}
