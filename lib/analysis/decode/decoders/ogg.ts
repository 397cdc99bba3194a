import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import type { OggStream } from "@/lib/analysis/decode/containers/ogg-header";
import { type OggPage, oggPages } from "@/lib/analysis/decode/containers/ogg-pages";
import { type AudioProbe, isPlausible } from "@/lib/analysis/decode/containers/probe";
import type { LeftOut } from "@/lib/analysis/decode/left-out";
import { MOST_LOST } from "@/lib/analysis/decode/limits";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type DecodedBlock, rescaleIntegers } from "./decoded-block";
import { LinkCount, oggLinks } from "./ogg-link";
import { PieceDecoder } from "./stream-decoder";

/** A page of silence can hold 255 packets of 5,760 samples, so pieces are bounded by packets as well as bytes. */
const PIECE_SEGMENTS = 64;

/** Each link takes a decoder of its own, and a recorded station has some hundreds. */
const MOST_LINKS = 1000;

/**
 * Vorbis, Opus and FLAC in Ogg, and all streams of a chain, whatever their codec and rate. Only headers with a correct
 * checksum reach the decoder.
 * @throws AnalysisFailure `damaged_file`, also if nearly nothing comes out of what the last page counts
 */
export async function* decodeOgg(
  source: ByteSource,
  probe: AudioProbe,
  leftOut: LeftOut,
): AsyncGenerator<DecodedBlock> {
  const speed = { seconds: 0, bytes: 0 };
  let end = 0;
  let isEnded = true;
  let links = 0;
  const pagesSeen = function* (): Generator<OggPage> {
    for (const page of oggPages(source)) {
      end = page.offset + page.bytes.length;
      yield page;
    }
  };
  for (const link of oggLinks(pagesSeen())) {
    const { stream, pages } = link;
    const count = stream && isPlausible(stream) && ++links <= MOST_LINKS ? new LinkCount(stream, leftOut) : null;
    if (stream && count) yield* decodeLink(stream, pages, count, speed);
    else passLink(pages, leftOut, speed);
    isEnded = count?.finish(link.isLast) ?? true;
  }
  if (isEnded) leftOut.addAfterEnd(source, end);
  if (probe.declaredSeconds !== null && speed.seconds < probe.declaredSeconds * (1 - MOST_LOST)) {
    throw new AnalysisFailure("damaged_file", `${speed.seconds} s of ${probe.declaredSeconds} s decoded`);
  }
}

/** How much sound how many bytes held. */
interface Speed {
  seconds: number;
  bytes: number;
}

/** A link that is not sound, or is in a codec that is not read. */
function passLink(pages: Generator<OggPage>, leftOut: LeftOut, speed: Speed): void {
  let bytes = 0;
  for (const page of pages) bytes += page.bytes.length;
  leftOut.add("unsupported", speed.bytes > 0 ? (bytes * speed.seconds) / speed.bytes : null);
}

async function* decodeLink(
  stream: OggStream,
  pages: Generator<OggPage>,
  count: LinkCount,
  speed: Speed,
): AsyncGenerator<DecodedBlock> {
  const decoder = await PieceDecoder.open(stream.decoder);
  const counted = function* (block: DecodedBlock | null): Generator<DecodedBlock> {
    if (!block) return;
    const samples = block.channelData[0]?.length ?? 0;
    count.decoded(samples);
    speed.seconds += samples / block.sampleRateHz;
    yield stream.flacBits ? rescaleIntegers(block, stream.flacBits) : block;
  };
  try {
    let piece: Uint8Array[] = [];
    let segments = 0;
    for (const page of pages) {
      count.page(page);
      speed.bytes += page.bytes.length;
      piece.push(page.bytes);
      segments += page.segments;
      if (segments < PIECE_SEGMENTS) continue;
      yield* counted(await decoder.push(Buffer.concat(piece)));
      piece = [];
      segments = 0;
    }
    yield* counted(await decoder.push(Buffer.concat(piece)));
    yield* counted(await decoder.finish());
  } finally {
    decoder.close();
  }
}
