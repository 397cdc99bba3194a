import decode, { type StreamDecoder } from "audio-decode";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { DecodedBlock } from "./decoded-block";

/** The codecs taken from audio-decode. Each is a module of its own that is loaded when first needed. */
export type StreamCodec = "mp3" | "flac" | "oga" | "opus";

/** A decoder fed bytes piece by piece. Whatever it throws, down to a ReferenceError of its own, is the file's damage. */
export class PieceDecoder {
  private constructor(private readonly decoder: StreamDecoder) {}

  static async open(codec: StreamCodec): Promise<PieceDecoder> {
    try {
      return new PieceDecoder(await decode[codec]());
    } catch (cause) {
      throw new AnalysisFailure("unsupported_format", `no ${codec} decoder`, { cause });
    }
  }

  /** Null where the piece completed no block. @throws AnalysisFailure `damaged_file` */
  async push(bytes: Uint8Array): Promise<DecodedBlock | null> {
    return this.take(() => this.decoder(bytes));
  }

  /** What was held back, and the end. */
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
