import { adtsFrameAt } from "@/lib/analysis/decode/containers/adts-frames";
import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { fragmentPositions } from "@/lib/analysis/decode/containers/mp4-fragments";
import { type Mp4Track, unitPositions } from "@/lib/analysis/decode/containers/mp4-track";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { inWaveOrder } from "./channel-order";
import type { DecodedBlock } from "./decoded-block";

const UNITS_A_BLOCK = 16;
const ADTS_PIECE_BYTES = 16 * 1024;
/** Larger than any access unit: eight channels of 65,536 uncompressed samples of 32 bits. */
const MAX_UNIT_BYTES = 8 * 65_536 * 4 + 1024;

type AacModule = typeof import("@audio/decode-aac");
type AacDecoder = Awaited<ReturnType<AacModule["decoder"]>>;

/**
 * The only copyleft codec (GPL-2.0; it also decodes Apple Lossless), and so an optional dependency. Without it, M4A and
 * AAC are refused with a sentence and everything else works.
 */
async function loadAac(): Promise<AacModule> {
  try {
    return await import("@audio/decode-aac");
  } catch (cause) {
    throw new AnalysisFailure("unsupported_format", "@audio/decode-aac is not installed", { cause });
  }
}

/** AAC and Apple Lossless from MP4; encoder delay and padding are trimmed by the edit list or iTunes' tag. */
export async function* decodeMp4(source: ByteSource, track: Mp4Track): AsyncGenerator<DecodedBlock> {
  const { decoder: open, gapless } = await loadAac();
  const config = track.codec === "alac" ? { alac: track.config } : { asc: track.config };
  const window = guarded(() => gapless({ ...track.gapless, ...config }));
  const decoder = await opened(() => open({ ...config, ...(window ? { gapless: window } : {}) }));
  const positions = track.units ? unitPositions(track.units, source.sizeBytes) : fragmentPositions(source, track);
  try {
    let units: Uint8Array[] = [];
    for (const { offset, sizeBytes } of positions) {
      if (sizeBytes > 0 && sizeBytes <= MAX_UNIT_BYTES) units.push(source.read(offset, sizeBytes));
      if (units.length < UNITS_A_BLOCK) continue;
      const block = take(decoder, units);
      units = [];
      if (block) yield inWaveOrder(block, track.codec);
    }
    const last = take(decoder, units);
    if (last) yield inWaveOrder(last, track.codec);
  } finally {
    decoder.free();
  }
}

/** A bare AAC stream. The decoder resynchronises after damage. */
export async function* decodeAdts(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "adts" }>,
): AsyncGenerator<DecodedBlock> {
  const { decoder: open } = await loadAac();
  const decoder = await opened(() => open());
  try {
    for (const piece of adtsPieces(source, layout)) {
      const block = take(decoder, piece);
      if (block) yield inWaveOrder(block, "aac");
    }
  } finally {
    decoder.free();
  }
}

/** Whole frames only, so that the decoder never has to keep half of one. */
function* adtsPieces(source: ByteSource, layout: Extract<AudioLayout, { format: "adts" }>): Generator<Uint8Array> {
  let offset = layout.offset;
  while (offset < layout.endOffset) {
    const bytes = source.read(offset, Math.min(ADTS_PIECE_BYTES, layout.endOffset - offset));
    let at = 0;
    while (at < bytes.length) {
      const frame = adtsFrameAt(bytes, at);
      if (frame && at + frame.lengthBytes > bytes.length) break;
      at += frame?.lengthBytes ?? 1;
    }
    if (at === 0) return;
    yield bytes.subarray(0, at);
    offset += at;
  }
}

async function opened(open: () => Promise<AacDecoder>): Promise<AacDecoder> {
  try {
    return await open();
  } catch (cause) {
    throw new AnalysisFailure("damaged_file", String(cause), { cause });
  }
}

function take(decoder: AacDecoder, input: Uint8Array | Uint8Array[]): DecodedBlock | null {
  if (input.length === 0) return null;
  const { channelData, sampleRate } = guarded(() => decoder.decode(input));
  return channelData[0]?.length ? { channelData, sampleRateHz: sampleRate } : null;
}

function guarded<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw new AnalysisFailure("damaged_file", String(cause), { cause });
  }
}
