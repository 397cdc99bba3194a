import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { ByteSource } from "./byte-source";
import { type AdpcmEncoding, codecName, isAdpcm, type PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";

/** Where the bytes of the sound are, and how many more the header claims than the file has. */
export interface SoundBytes {
  offset: number;
  lengthBytes: number;
  missingBytes: number;
}

interface Uncompressed {
  container: AnalysisRecord["container"];
  encoding: PcmEncoding | AdpcmEncoding;
  channels: number;
  sampleRateHz: number;
  speakers?: number;
  /** Samples a channel according to the header, which pads the last block of ADPCM; null if it does not say. */
  samples: number | null;
  data: SoundBytes;
  endOffset: number;
}

/**
 * The probe of a file whose samples lie in blocks of equal size.
 * @throws AnalysisFailure `no_samples` if it has not one whole block
 */
export function uncompressedProbe(source: ByteSource, file: Uncompressed): AudioProbe {
  const { container, encoding, channels, sampleRateHz, speakers = 0, data, endOffset } = file;
  const { blockBytes, blockSamples } = isAdpcm(encoding)
    ? encoding
    : { blockBytes: encoding.bytes * channels, blockSamples: 1 };
  // The last block of ADPCM may be shorter than the others.
  const round = isAdpcm(encoding) ? Math.ceil : Math.floor;
  const blocks = blockBytes > 0 ? round(data.lengthBytes / blockBytes) : 0;
  if (channels > 0 && blocks === 0) throw new AnalysisFailure("no_samples");
  const held = blocks * blockSamples;
  const samples = isAdpcm(encoding) && file.samples ? Math.min(held, file.samples) : held;
  const missing = blockBytes > 0 ? Math.floor(data.missingBytes / blockBytes) * blockSamples : 0;
  const { offset } = data;
  return {
    container,
    codec: codecName(encoding),
    sampleRateHz,
    channels,
    ...(speakers === 0 ? {} : { speakers }),
    declaredSeconds: sampleRateHz > 0 ? samples / sampleRateHz : null,
    ...(missing > 0 && sampleRateHz > 0 ? { missingSeconds: missing / sampleRateHz } : {}),
    fileBytes: source.sizeBytes,
    endOffset,
    layout: isAdpcm(encoding)
      ? { format: "adpcm", encoding, samples, offset, lengthBytes: Math.min(blocks * blockBytes, data.lengthBytes) }
      : { format: "pcm", encoding, frameBytes: blockBytes, offset, lengthBytes: blocks * blockBytes },
  };
}
