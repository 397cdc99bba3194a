import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type ByteSource, sourceFrom } from "./containers/byte-source";
import { probeJoined } from "./containers/container";
import { type AudioProbe, assertDecodedDuration } from "./containers/probe";
import { skipTags } from "./containers/tags";
import { decodeAdts, decodeMp4 } from "./decoders/aac";
import { decodeAdpcm } from "./decoders/adpcm";
import type { DecodedBlock } from "./decoders/decoded-block";
import { decodeFlac } from "./decoders/flac";
import { decodeMp3 } from "./decoders/mp3";
import { decodeOgg } from "./decoders/ogg";
import { decodePcm } from "./decoders/pcm";
import { LeftOut } from "./left-out";
import { MAX_BLOCK_SAMPLES, MOST_LOST } from "./limits";
import { OneFormat } from "./one-format";
import { assertPlausibleDecode, type DecodeReport, settleFormat, silenceImpossible } from "./plausibility";

export interface DecodedAudio {
  /** The probe, with the rate and the channels that the decoder actually delivers. */
  probe: AudioProbe;
  /** One array per channel, at the original rate, at most `MAX_BLOCK_SAMPLES` long. Every sample is finite. */
  blocks: AsyncGenerator<Float32Array[]>;
  report: DecodeReport;
}

/**
 * Decodes a file as an async generator of blocks, one `Float32Array` per channel. Its headers must have been bounded
 * first, by `probeAudio`. Memory does not grow with the duration. A file that breaks off is decoded as far as it goes;
 * parts in another rate or number of channels are brought to those of the first. The report says what was left out.
 * @throws AnalysisFailure here or while the blocks are read: `damaged_file`, `too_long`, `unsupported_format`, …
 */
export async function decodeAudio(
  source: ByteSource,
  probe: AudioProbe,
  options: { signal?: AbortSignal } = {},
): Promise<DecodedAudio> {
  const read = new ReadSoFar(source);
  const decoded = { rateHz: probe.sampleRateHz, samples: 0 };
  const leftOut = new LeftOut(() => decoded.samples / decoded.rateHz);
  const raw = joinedBlocks(read, probe, leftOut);
  const first = await raw.next();
  if (first.done) throw new AnalysisFailure("damaged_file", "nothing could be decoded");
  const settled = settleFormat(probe, first.value);
  decoded.rateHz = settled.sampleRateHz;
  const report: DecodeReport = {
    get decodedSamples() {
      return decoded.samples;
    },
    replacedSamples: 0,
    partial: leftOut.parts,
  };
  const state: Decoding = { probe: settled, report, read, leftOut, decoded, signal: options.signal };
  return { probe: settled, report, blocks: checkedBlocks(first.value, raw, state) };
}

/** A source that remembers how far it has been read. */
class ReadSoFar implements ByteSource {
  readonly sizeBytes: number;
  furthestBytes = 0;

  constructor(private readonly source: ByteSource) {
    this.sizeBytes = source.sizeBytes;
  }

  read(offset: number, lengthBytes: number): Uint8Array {
    const bytes = this.source.read(offset, lengthBytes);
    this.furthestBytes = Math.max(this.furthestBytes, offset + bytes.length);
    return bytes;
  }
}

/** The file, and whatever files were joined to it. Each begins where the one before it says that it ends. */
async function* joinedBlocks(source: ByteSource, first: AudioProbe, leftOut: LeftOut): AsyncGenerator<DecodedBlock> {
  for (let probe: AudioProbe | null = first; probe; ) {
    const start: number = probe.startOffset ?? 0;
    yield* rawBlocks(sourceFrom(source, start), probe, leftOut);
    if (probe.missingSeconds !== undefined) leftOut.add("cut_off", probe.missingSeconds);
    // A container that says it ends at its own beginning would be read for ever.
    const length: number = probe.endOffset ?? 0;
    probe = length > 0 ? nextJoined(source, start + length, leftOut) : null;
  }
}

function nextJoined(source: ByteSource, end: number, leftOut: LeftOut): AudioProbe | null {
  const start = end + skipTags(sourceFrom(source, end)).offset;
  try {
    const joined = probeJoined(source, start);
    if (joined) return joined;
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    leftOut.addRest("unsupported", source.sizeBytes - start, start);
    return null;
  }
  leftOut.addAfterEnd(source, start);
  return null;
}

async function* rawBlocks(source: ByteSource, probe: AudioProbe, leftOut: LeftOut): AsyncGenerator<DecodedBlock> {
  const { layout, channels, sampleRateHz } = probe;
  switch (layout.format) {
    case "pcm":
      return yield* decodePcm(source, layout, channels, sampleRateHz);
    case "adpcm":
      return yield* decodeAdpcm(source, layout, channels, sampleRateHz);
    case "flac":
      return yield* decodeFlac(source, layout, leftOut);
    case "ogg":
      return yield* decodeOgg(source, probe, leftOut);
    case "mp3":
      return yield* decodeMp3(source, layout, leftOut);
    case "adts":
      return yield* decodeAdts(source, layout, leftOut);
    case "mp4":
      return yield* decodeMp4(source, probe, leftOut);
  }
}

interface Decoding {
  probe: AudioProbe;
  report: DecodeReport;
  read: ReadSoFar;
  leftOut: LeftOut;
  decoded: { rateHz: number; samples: number };
  signal: AbortSignal | undefined;
}

async function* checkedBlocks(
  first: DecodedBlock,
  rest: AsyncGenerator<DecodedBlock>,
  decoding: Decoding,
): AsyncGenerator<Float32Array[]> {
  const { probe, report, decoded, read, leftOut, signal } = decoding;
  const format = new OneFormat(probe.sampleRateHz, probe.channels);
  const checked = function* (channelData: Float32Array[]): Generator<Float32Array[]> {
    for (const samples of new Set(channelData)) report.replacedSamples += silenceImpossible(samples);
    const length = channelData[0]?.length ?? 0;
    for (let from = 0; from < length; from += MAX_BLOCK_SAMPLES) {
      const to = Math.min(from + MAX_BLOCK_SAMPLES, length);
      decoded.samples += to - from;
      yield channelData.map((samples) => samples.subarray(from, to));
    }
  };
  try {
    for (let block: DecodedBlock | null = first; block; block = await nextBlock(rest, decoding)) {
      signal?.throwIfAborted();
      if (format.takes(block)) for (const same of format.push(block)) yield* checked(same);
      else leftOut.add("unsupported", (block.channelData[0]?.length ?? 0) / block.sampleRateHz);
      assertDecodedDuration(decoded.samples / probe.sampleRateHz, probe, read.furthestBytes);
    }
    for (const same of format.finish()) yield* checked(same);
    assertPlausibleDecode(report, probe.channels);
  } finally {
    await rest.return(undefined);
  }
}

async function nextBlock(
  rest: AsyncGenerator<DecodedBlock>,
  { probe, leftOut }: Decoding,
): Promise<DecodedBlock | null> {
  try {
    const next = await rest.next();
    return next.done ? null : next.value;
  } catch (error) {
    // A lossy stream that is damaged after a good part is measured up to there. The FLAC decoder judges damage itself.
    const good = leftOut.positionSeconds;
    const declared = probe.declaredSeconds ?? Number.POSITIVE_INFINITY;
    const worthKeeping = good >= declared * (1 - MOST_LOST) && probe.codec !== "flac";
    if (!(error instanceof AnalysisFailure && error.code === "damaged_file" && worthKeeping)) throw error;
    leftOut.add("damaged", Math.max(0, declared - good) || null);
    return null;
  }
}
