import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { ByteSource } from "./containers/byte-source";
import { type AudioProbe, assertDecodedDuration } from "./containers/probe";
import { decodeAdts, decodeMp4 } from "./decoders/aac";
import type { DecodedBlock } from "./decoders/decoded-block";
import { decodeFlac } from "./decoders/flac";
import { decodeMp3 } from "./decoders/mp3";
import { decodeOgg } from "./decoders/ogg";
import { decodePcm } from "./decoders/pcm";
import { MAX_BLOCK_SAMPLES } from "./limits";
import {
  assertPlausibleDecode,
  type DecodeReport,
  matchChannels,
  settleFormat,
  silenceImpossible,
} from "./plausibility";

export interface DecodedAudio {
  /** The probe, with the rate and the channels that the decoder actually delivers. */
  probe: AudioProbe;
  /** One array per channel, at the original rate, at most `MAX_BLOCK_SAMPLES` long. Every sample is finite. */
  blocks: AsyncGenerator<Float32Array[]>;
  report: DecodeReport;
}

/**
 * Decodes a file as an async generator of blocks, one `Float32Array` per channel. Its headers must have been bounded
 * first, by `probeAudio`. Memory does not grow with the duration. A file that breaks off is decoded as far as it goes.
 * @throws AnalysisFailure here or while the blocks are read: `damaged_file`, `too_long`, `unsupported_format`, …
 */
export async function decodeAudio(
  source: ByteSource,
  probe: AudioProbe,
  options: { signal?: AbortSignal } = {},
): Promise<DecodedAudio> {
  const read = new ReadSoFar(source);
  const raw = rawBlocks(read, probe);
  const first = await raw.next();
  if (first.done) throw new AnalysisFailure("damaged_file", "nothing could be decoded");
  const settled = settleFormat(probe, first.value);
  const report: DecodeReport = { decodedSamples: 0, replacedSamples: 0 };
  return { probe: settled, report, blocks: checkedBlocks(first.value, raw, settled, report, read, options.signal) };
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

async function* rawBlocks(source: ByteSource, probe: AudioProbe): AsyncGenerator<DecodedBlock> {
  const { layout, channels, sampleRateHz } = probe;
  switch (layout.format) {
    case "pcm":
      return yield* decodePcm(source, layout, channels, sampleRateHz);
    case "flac":
      return yield* decodeFlac(source, layout);
    case "ogg":
      return yield* decodeOgg(source, probe);
    case "mp3":
      return yield* decodeMp3(source, layout);
    case "adts":
      return yield* decodeAdts(source, layout);
    case "mp4":
      return yield* decodeMp4(source, layout.track);
  }
}

async function* checkedBlocks(
  first: DecodedBlock,
  rest: AsyncGenerator<DecodedBlock>,
  probe: AudioProbe,
  report: DecodeReport,
  read: ReadSoFar,
  signal: AbortSignal | undefined,
): AsyncGenerator<Float32Array[]> {
  try {
    for (let block: DecodedBlock | null = first; block; block = await nextBlock(rest, report, probe)) {
      signal?.throwIfAborted();
      // A stream that changes its rate midway is measured up to that point.
      if (block.sampleRateHz !== probe.sampleRateHz) break;
      const channelData = matchChannels(block, probe.channels);
      for (const samples of new Set(channelData)) report.replacedSamples += silenceImpossible(samples);
      const length = channelData[0]?.length ?? 0;
      for (let from = 0; from < length; from += MAX_BLOCK_SAMPLES) {
        const to = Math.min(from + MAX_BLOCK_SAMPLES, length);
        report.decodedSamples += to - from;
        yield channelData.map((samples) => samples.subarray(from, to));
      }
      assertDecodedDuration(report.decodedSamples / probe.sampleRateHz, probe, read.furthestBytes);
    }
    assertPlausibleDecode(report, probe.channels);
  } finally {
    await rest.return(undefined);
  }
}

async function nextBlock(
  rest: AsyncGenerator<DecodedBlock>,
  report: DecodeReport,
  probe: AudioProbe,
): Promise<DecodedBlock | null> {
  try {
    const next = await rest.next();
    return next.done ? null : next.value;
  } catch (error) {
    // A lossy stream that is damaged after a good part is measured up to there. The FLAC decoder judges damage itself.
    const good = report.decodedSamples / probe.sampleRateHz;
    const worthKeeping = good >= (probe.declaredSeconds ?? Number.POSITIVE_INFINITY) / 2 && probe.codec !== "flac";
    if (error instanceof AnalysisFailure && error.code === "damaged_file" && worthKeeping) return null;
    throw error;
  }
}
