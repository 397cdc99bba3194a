import { closeSync, openSync, writeSync } from "node:fs";
import type * as LibFlac from "libflacjs/dist/libflac.js";

export interface FlacFormat {
  sampleRateHz: number;
  /** 1 to 8, in WAVE order, which is FLAC's. */
  channels: number;
  bits: 16 | 24;
}

/** About four per cent larger than the usual 5, in two thirds of the time. */
const COMPRESSION_LEVEL = 2;
/** Where the STREAMINFO block has its last byte of bits and its count of samples, and where its MD5 (RFC 9639 §8.2). */
const COUNT_OFFSET = 21;
const MD5_OFFSET = 26;
/** A frame can only name a rate above this if it is a multiple of ten. */
const HIGHEST_FREE_RATE_HZ = 65_535;

/** The nearest rate that a FLAC frame can name, so that a player may begin anywhere in the file. */
export function flacRateHz(sampleRateHz: number): number {
  return sampleRateHz <= HIGHEST_FREE_RATE_HZ ? sampleRateHz : Math.round(sampleRateHz / 10) * 10;
}

/** Writes a FLAC file block by block. Memory does not grow with the length. Samples beyond full scale are clipped. */
export class FlacWriter {
  private sizeBytes = 0;
  private frames = 0;
  private md5 = "";

  private constructor(
    private readonly flac: typeof LibFlac,
    private readonly encoder: number,
    private readonly descriptor: number,
    private readonly format: FlacFormat,
  ) {}

  static async open(path: string, format: FlacFormat): Promise<FlacWriter> {
    // A CommonJS module; its exports are known only when it runs.
    const flac = (await import("libflacjs/dist/libflac.js")) as unknown as { default: typeof LibFlac };
    return FlacWriter.begin(flac.default, path, format);
  }

  private static begin(flac: typeof LibFlac, path: string, format: FlacFormat): FlacWriter {
    const rateHz = flacRateHz(format.sampleRateHz);
    const encoder = flac.create_libflac_encoder(rateHz, format.channels, format.bits, COMPRESSION_LEVEL, 0, false, 0);
    if (!encoder) throw new Error(`no FLAC encoder for ${JSON.stringify(format)}`);
    const writer = new FlacWriter(flac, encoder, openSync(path, "w"), format);
    const status = flac.init_encoder_stream(
      encoder,
      (bytes) => writer.append(bytes),
      (info) => {
        writer.md5 = info?.md5sum ?? "";
      },
    );
    if (status !== 0) throw new Error(`the FLAC encoder did not start: ${status}`);
    return writer;
  }

  /** One array per channel, of equal length. */
  push(block: readonly Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    const samples = interleaved(block, length, this.format.bits);
    if (!this.flac.FLAC__stream_encoder_process_interleaved(this.encoder, samples, length))
      throw new Error(`FLAC encoding failed: ${this.flac.FLAC__stream_encoder_get_state(this.encoder)}`);
    this.frames += length;
  }

  /** Ends the file. Returns its size in bytes. */
  finish(): number {
    if (!this.flac.FLAC__stream_encoder_finish(this.encoder)) throw new Error("the FLAC file could not be ended");
    this.completeHeader();
    return this.sizeBytes;
  }

  /** Frees the encoder and closes the file. To be called in any case. */
  close(): void {
    this.flac.FLAC__stream_encoder_delete(this.encoder);
    closeSync(this.descriptor);
  }

  private append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
    this.sizeBytes += bytes.length;
  }

  /** The header is written first, when the length is not known. Without it a browser cannot tell the duration. */
  private completeHeader(): void {
    const count = Buffer.alloc(5);
    count.writeUInt8((((this.format.bits - 1) & 15) << 4) | Math.floor(this.frames / 2 ** 32));
    count.writeUInt32BE(this.frames >>> 0, 1);
    writeSync(this.descriptor, count, 0, count.length, COUNT_OFFSET);
    const digest = Buffer.from(this.md5, "hex");
    if (digest.length === 16) writeSync(this.descriptor, digest, 0, digest.length, MD5_OFFSET);
  }
}

/** Integers of full scale, as the decoders scale them: what was an integer comes out as the same one. */
function interleaved(block: readonly Float32Array[], length: number, bits: number): Int32Array<ArrayBuffer> {
  const channels = block.length;
  const scale = 2 ** (bits - 1);
  const samples = new Int32Array(length * channels);
  for (const [channel, data] of block.entries()) {
    for (let frame = 0; frame < length; frame++) {
      const value = Math.round((data[frame] as number) * scale);
      samples[frame * channels + channel] = Math.max(-scale, Math.min(value, scale - 1));
    }
  }
  return samples;
}
