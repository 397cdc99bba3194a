import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { type FlacFrame, flacFrames } from "@/lib/analysis/decode/containers/flac-frames";
import {
  type FlacStart,
  nextFlacStart,
  parseStreamInfo,
  STREAM_INFO_BYTES,
} from "@/lib/analysis/decode/containers/flac-header";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import { endBeforeTags } from "@/lib/analysis/decode/containers/tags";
import type { LeftOut } from "@/lib/analysis/decode/left-out";
import { MOST_LOST } from "@/lib/analysis/decode/limits";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type DecodedBlock, rescaleIntegers } from "./decoded-block";
import { PieceDecoder } from "./stream-decoder";

/** A dozen bytes can hold 65,535 samples of silence, so pieces are bounded by their number of samples. */
const PIECE_SAMPLES = 32_768;
const PIECE_BYTES = 64 * 1024;
const LAST_STREAM_INFO = 0x80;
/** About a frame: the last one is not found if rubbish follows it. */
const FRAME_SECONDS = 0.1;
/** Unread bytes after the last frame. Fewer are what is left of a frame that the end of the file cuts. */
const UNREAD_BYTES = 256 * 1024;

/**
 * Native FLAC, and streams that were joined to it. Damaged frames are left out. If they are nearly all of the file, it
 * is not worth measuring.
 * @throws AnalysisFailure `damaged_file`
 */
export async function* decodeFlac(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "flac" }>,
  leftOut: LeftOut,
): AsyncGenerator<DecodedBlock> {
  const { streamInfo, bits, totalSamples } = layout;
  let stream = await FlacStream.open({ streamInfo, bits, totalSamples });
  let lostBytes = 0;
  let end = layout.offset;
  const total = { handedOver: 0, expected: 0 };
  try {
    for (const frame of flacFrames(source, layout.offset)) {
      const joined = frame.offset > end ? nextFlacStart(source, end, frame.offset) : null;
      if (joined) {
        yield* stream.finish();
        leftOut.add("cut_off", stream.missingSeconds);
        stream.addTo(total);
        stream.close();
        stream = await FlacStream.open(joinedStream(joined));
      } else if (frame.offset > end) {
        lostBytes += frame.offset - end;
        yield* stream.flush();
        leftOut.add("damaged", stream.passTo(frame));
      }
      yield* stream.push(frame);
      end = frame.offset + frame.bytes.length;
    }
    yield* stream.finish();
    const unread = endBeforeTags(source) - end;
    if (stream.missingSeconds > FRAME_SECONDS) {
      leftOut.add(unread > UNREAD_BYTES ? "damaged" : "cut_off", stream.missingSeconds);
      lostBytes += Math.max(0, unread);
    } else leftOut.addAfterEnd(source, end);
    stream.addTo(total);
  } finally {
    stream.close();
  }
  const isLost = lostBytes > (source.sizeBytes - layout.offset) * MOST_LOST;
  if (isLost || total.handedOver < total.expected * (1 - MOST_LOST) || total.expected === 0) {
    const detail = `${lostBytes} bytes lost, ${total.handedOver} of ${total.expected} samples`;
    throw new AnalysisFailure("damaged_file", detail);
  }
}

interface StreamOptions {
  streamInfo: Uint8Array;
  bits: number;
  /** 0 if the encoder did not know. */
  totalSamples: number;
}

function joinedStream({ streamInfo, info }: FlacStart): StreamOptions {
  return { streamInfo, bits: info.bitsPerSample, totalSamples: info.totalSamples };
}

/** One stream and its decoder. Frames go in, and blocks come out when there are enough of them. */
class FlacStream {
  private frames: Uint8Array[] = [];
  private samples = 0;
  private sizeBytes = 0;
  private handedOver = 0;
  private expected = 0;
  private lost = 0;
  /** Where the next frame should begin. */
  private nextSample: number | null = null;
  private readonly rateHz: number;

  private constructor(
    private readonly options: StreamOptions,
    private readonly decoder: PieceDecoder,
  ) {
    this.rateHz = parseStreamInfo(options.streamInfo).sampleRateHz || 1;
  }

  static async open(options: StreamOptions): Promise<FlacStream> {
    const decoder = await PieceDecoder.open("flac");
    await decoder.push(streamStart(options.streamInfo));
    return new FlacStream(options, decoder);
  }

  async *push(frame: FlacFrame): AsyncGenerator<DecodedBlock> {
    this.frames.push(frame.bytes);
    this.samples += frame.samples;
    this.sizeBytes += frame.bytes.length;
    this.expected += frame.samples;
    this.nextSample = frame.firstSample + frame.samples;
    if (this.samples >= PIECE_SAMPLES || this.sizeBytes >= PIECE_BYTES) yield* this.flush();
  }

  async *flush(): AsyncGenerator<DecodedBlock> {
    if (this.frames.length === 0) return;
    const piece = Buffer.concat(this.frames);
    this.frames = [];
    this.samples = 0;
    this.sizeBytes = 0;
    yield* this.counted(await this.decoder.push(piece));
  }

  async *finish(): AsyncGenerator<DecodedBlock> {
    yield* this.flush();
    yield* this.counted(await this.decoder.finish());
  }

  /** How many seconds lie between the last frame and this one. */
  passTo(frame: FlacFrame): number {
    const lost = Math.max(0, frame.firstSample - (this.nextSample ?? 0));
    this.lost += lost;
    return lost / this.rateHz;
  }

  /** What the header counts and did not come. */
  get missingSeconds(): number {
    return Math.max(0, this.options.totalSamples - this.expected - this.lost) / this.rateHz;
  }

  addTo(total: { handedOver: number; expected: number }): void {
    total.handedOver += this.handedOver;
    total.expected += this.expected;
  }

  close(): void {
    this.decoder.close();
  }

  private *counted(block: DecodedBlock | null): Generator<DecodedBlock> {
    if (!block) return;
    this.handedOver += block.channelData[0]?.length ?? 0;
    yield rescaleIntegers(block, this.options.bits);
  }
}

/** The signature and a STREAMINFO block marked as the only one, so that pictures and tags never reach the decoder. */
function streamStart(streamInfo: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from("fLaC"), Buffer.from([LAST_STREAM_INFO, 0, 0, STREAM_INFO_BYTES]), streamInfo]);
}
