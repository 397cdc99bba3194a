import decode, { type StreamDecoder } from "audio-decode";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { DecodedBlock } from "./decoded-block";

/** The codecs from audio-decode. Each is a module of its own, loaded when it is first needed. */
export type StreamCodec = "mp3" | "flac" | "oga" | "opus";

/** A decoder that is fed bytes piece by piece. Whatever it throws, even a ReferenceError, means a damaged file. */
export class PieceDecoder {
  private constructor(private readonly decoder: StreamDecoder) {}

  static async open(codec: StreamCodec): Promise<PieceDecoder> {
    try {
      return new PieceDecoder(await decode[codec]());
    } catch (cause) {
      throw new AnalysisFailure("unsupported_format", `no ${codec} decoder`, { cause });
    }
  }

  /** Returns null if the piece did not complete a block. @throws AnalysisFailure `damaged_file` */
  async push(bytes: Uint8Array): Promise<DecodedBlock | null> {
    return this.take(() => this.decoder(bytes));
  }

  /** Ends the stream. Returns what the decoder had held back. */
  async finish(): Promise<DecodedBlock | null> {
    return this.take(() => this.decoder());
  }

  close(): void {
    this.decoder.free();
  }

  private async take(step: () => ReturnType<StreamDecoder>): Promise<DecodedBlock | null> {
    try {
      const { channelData, sampleRate } = await step();
      return channelData[0]?.length ? { channelData, sampleRateHz: sampleRate } : null;
    } catch (cause) {
      const outOfMemory = cause instanceof RangeError && /allocation|memory|length/i.test(cause.message);
      throw new AnalysisFailure(outOfMemory ? "out_of_memory" : "damaged_file", String(cause), { cause });
    }
  }
}
