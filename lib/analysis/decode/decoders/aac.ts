import { type AdtsFrame, adtsSyntax } from "@/lib/analysis/decode/containers/adts-frames";
import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { FrameWalk } from "@/lib/analysis/decode/containers/frame-walk";
import { type FragmentLoss, fragmentPositions } from "@/lib/analysis/decode/containers/mp4-fragments";
import { unitPositions } from "@/lib/analysis/decode/containers/mp4-track";
import type { AudioLayout, AudioProbe } from "@/lib/analysis/decode/containers/probe";
import type { LeftOut } from "@/lib/analysis/decode/left-out";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { inWaveOrder } from "./channel-order";
import type { DecodedBlock } from "./decoded-block";
import { FrameCount } from "./frame-count";

const UNITS_A_BLOCK = 16;
const ADTS_PIECE_BYTES = 16 * 1024;
/** In a file that is damaged all over, the decoder goes on. */
const MOST_DECODERS = 200;
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
    throw new AnalysisFailure("unsupported_format", "@audio/decode-aac is not installed", {
      cause,
      found: "no-aac-decoder",
    });
  }
}

/** AAC and Apple Lossless from MP4 or CAF; encoder delay and padding are trimmed as the container says. */
export async function* decodeMp4(
  source: ByteSource,
  probe: AudioProbe,
  leftOut: LeftOut,
): AsyncGenerator<DecodedBlock> {
  if (probe.layout.format !== "mp4") return;
  const { track } = probe.layout;
  const { decoder: open, gapless } = await loadAac();
  const config = track.codec === "alac" ? { alac: track.config } : { asc: track.config };
  const window = track.window ?? guarded(() => gapless({ ...track.gapless, ...config }));
  const decoder = await opened(() => open({ ...config, ...(window ? { gapless: window } : {}) }));
  const unitSeconds = track.unitSamples / probe.sampleRateHz;
  const loss: FragmentLoss = { units: 0, isOpen: false };
  let seen = 0;
  const errors = new UnitErrors(track.codec === "aac");
  async function* decoded(units: Uint8Array[]): AsyncGenerator<DecodedBlock> {
    const result = take(decoder, units);
    if (result?.block) yield inWaveOrder(result.block, track.codec);
    if (result) leftOut.add("damaged", errors.among(result) * unitSeconds);
  }
  /** One damaged unit makes the lossless decoder give up on all that came with it, so they are tried one by one. */
  async function* decodedSafely(units: Uint8Array[]): AsyncGenerator<DecodedBlock> {
    try {
      return yield* decoded(units);
    } catch (error) {
      if (track.codec !== "alac" || !(error instanceof AnalysisFailure)) throw error;
    }
    for (const unit of units) {
      try {
        yield* decoded([unit]);
      } catch (error) {
        if (!(error instanceof AnalysisFailure)) throw error;
        leftOut.add("damaged", unitSeconds);
      }
    }
  }
  try {
    const positions = track.units
      ? unitPositions(track.units, source.sizeBytes)
      : fragmentPositions(source, track, loss);
    let units: Uint8Array[] = [];
    for (const { offset, sizeBytes } of positions) {
      seen++;
      const unit = sizeBytes > 0 && sizeBytes <= MAX_UNIT_BYTES ? source.read(offset, sizeBytes) : null;
      const isLost = unit !== null && isHole(unit);
      if (unit && !isLost) units.push(unit);
      if (units.length < UNITS_A_BLOCK && !isLost) continue;
      yield* decodedSafely(units);
      units = [];
      if (isLost) leftOut.add("damaged", unitSeconds);
    }
    yield* decodedSafely(units);
  } finally {
    decoder.free();
  }
  for (const seconds of track.otherTracks ?? []) leftOut.add("other_track", seconds, 0);
  const missing = track.units ? track.units.count - seen : loss.units;
  if (missing > 0 || loss.isOpen) leftOut.add("cut_off", loss.isOpen ? null : missing * unitSeconds);
}

/** The decoder keeps what it makes of the first unit, and calls that an error. */
class UnitErrors {
  constructor(private isFirst = true) {}

  among({ errors }: { errors: number }): number {
    const counted = this.isFirst ? Math.max(0, errors - 1) : errors;
    this.isFirst = false;
    return counted;
  }
}

/** A bare AAC stream. Parts of another rate, and what follows damage, get a decoder each. */
export async function* decodeAdts(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "adts" }>,
  leftOut: LeftOut,
): AsyncGenerator<DecodedBlock> {
  const { decoder: open } = await loadAac();
  const count = new FrameCount(leftOut);
  let decoder: AacDecoder | null = null;
  let decoders = 0;
  let errors = new UnitErrors();
  let current: AdtsFrame | null = null;
  let piece: Uint8Array[] = [];
  let pieceBytes = 0;
  function* flush(): Generator<DecodedBlock> {
    const result = decoder && pieceBytes > 0 ? take(decoder, Buffer.concat(piece)) : null;
    piece = [];
    pieceBytes = 0;
    if (result?.block) yield inWaveOrder(result.block, "aac");
    if (result && current) leftOut.add("damaged", (errors.among(result) * current.samples) / current.sampleRateHz);
  }
  function* finish(): Generator<DecodedBlock> {
    yield* flush();
    decoder?.free();
    decoder = null;
  }
  try {
    for (const step of new FrameWalk(source, adtsSyntax, layout.endOffset).steps(layout.offset)) {
      if (step.kind === "gap") {
        if (decoders < MOST_DECODERS) yield* finish();
        else yield* flush();
        count.gap(step, layout.endOffset);
        continue;
      }
      if (current && !adtsSyntax.agree(current, step.frame) && decoders < MOST_DECODERS) yield* finish();
      count.frame(step.frame);
      current = step.frame;
      if (!decoder) {
        decoder = await opened(() => open());
        errors = new UnitErrors();
        decoders++;
      }
      piece.push(step.bytes);
      pieceBytes += step.bytes.length;
      if (pieceBytes >= ADTS_PIECE_BYTES) yield* flush();
    }
    yield* finish();
    count.end();
  } finally {
    (decoder as AacDecoder | null)?.free();
  }
}

async function opened(open: () => Promise<AacDecoder>): Promise<AacDecoder> {
  try {
    return await open();
  } catch (cause) {
    throw new AnalysisFailure("damaged_file", String(cause), { cause });
  }
}

/** @returns null for no input; `errors` counts the units that did not decode */
function take(
  decoder: AacDecoder,
  input: Uint8Array | Uint8Array[],
): { block: DecodedBlock | null; errors: number } | null {
  if (input.length === 0) return null;
  const result = guarded(() => decoder.decode(input)) as ReturnType<AacDecoder["decode"]> & { errors?: number };
  const { channelData, sampleRate, errors = 0 } = result;
  return { block: channelData[0]?.length ? { channelData, sampleRateHz: sampleRate } : null, errors };
}

/** A copy that broke off, or a disk that lost a block, leaves zeros. No encoder does, but decoders make sound of them. */
function isHole(unit: Uint8Array): boolean {
  return unit.length > 8 && unit.every((byte) => byte === 0);
}

function guarded<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw new AnalysisFailure("damaged_file", String(cause), { cause });
  }
}
