import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { oggStreamOf } from "@/lib/analysis/decode/containers/ogg-header";
import { type OggPage, oggPages } from "@/lib/analysis/decode/containers/ogg-pages";
import type { AudioProbe } from "@/lib/analysis/decode/containers/probe";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type DecodedBlock, rescaleIntegers } from "./decoded-block";
import { PieceDecoder, type StreamCodec } from "./stream-decoder";

/** A page of silence can hold 255 packets of 5,760 samples, so pieces are bounded by packets as well as bytes. */
const PIECE_SEGMENTS = 64;

/**
 * Vorbis, Opus and FLAC in Ogg. Only headers with a correct checksum reach the decoder. Chained streams are decoded as
 * long as codec, rate and channels stay the same.
 * @throws AnalysisFailure `damaged_file`, also if less than half of what the last page counts comes out
 */
export async function* decodeOgg(source: ByteSource, probe: AudioProbe): AsyncGenerator<DecodedBlock> {
  if (probe.layout.format !== "ogg") return;
  const { decoder, serial, flacBits } = probe.layout;
  let samples = 0;
  for (const link of links(source, probe, serial)) {
    for await (const block of decodeLink(link, decoder)) {
      samples += block.channelData[0]?.length ?? 0;
      yield flacBits ? rescaleIntegers(block, flacBits) : block;
    }
  }
  const seconds = samples / probe.sampleRateHz;
  if (probe.declaredSeconds !== null && seconds < probe.declaredSeconds / 2) {
    throw new AnalysisFailure("damaged_file", `${seconds} s of ${probe.declaredSeconds} s decoded`);
  }
}

/**
 * One generator of pages for each link of a chain. Read each to its end before asking for the next. It uses `next()`
 * instead of for-of, because leaving a for-of would close the generator of pages that all links share.
 */
function* links(source: ByteSource, probe: AudioProbe, firstSerial: number): Generator<Generator<OggPage>> {
  const pages = oggPages(source);
  let first: OggPage | null = null;
  while (!first) {
    const step = pages.next();
    if (step.done) return;
    if (step.value.isFirst && step.value.serial === firstSerial) first = step.value;
  }
  while (first) {
    const chain: { next: OggPage | null } = { next: null };
    yield pagesOfLink(first, pages, probe, chain);
    first = chain.next;
  }
}

function* pagesOfLink(first: OggPage, pages: Generator<OggPage>, probe: AudioProbe, chain: { next: OggPage | null }) {
  yield first;
  for (let step = pages.next(); !step.done; step = pages.next()) {
    const page = step.value;
    const stream = page.isFirst && page.serial !== first.serial ? oggStreamOf(page) : null;
    if (
      stream?.codec === probe.codec &&
      stream.sampleRateHz === probe.sampleRateHz &&
      stream.channels === probe.channels
    ) {
      chain.next = page;
      return;
    }
    if (page.serial === first.serial && !page.isFirst) yield page;
  }
}

async function* decodeLink(pages: Generator<OggPage>, codec: StreamCodec): AsyncGenerator<DecodedBlock> {
  const decoder = await PieceDecoder.open(codec);
  try {
    let piece: Uint8Array[] = [];
    let segments = 0;
    for (const page of pages) {
      piece.push(page.bytes);
      segments += page.segments;
      if (segments < PIECE_SEGMENTS) continue;
      const block = await decoder.push(Buffer.concat(piece));
      piece = [];
      segments = 0;
      if (block) yield block;
    }
    const last = await decoder.push(Buffer.concat(piece));
    if (last) yield last;
    const rest = await decoder.finish();
    if (rest) yield rest;
  } finally {
    decoder.close();
  }
}
