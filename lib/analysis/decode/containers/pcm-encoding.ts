/** How one sample is stored in an uncompressed file. */
export type PcmEncoding =
  | { kind: "integer"; bytes: 1 | 2 | 3 | 4 | 8; littleEndian: boolean; signed: boolean }
  | { kind: "float"; bytes: 4 | 8; littleEndian: boolean }
  | { kind: "mulaw"; bytes: 1 }
  | { kind: "alaw"; bytes: 1 };

/** How four bits a sample are stored: blocks of equal size for all channels together, each decoded by itself. */
export type AdpcmEncoding = { blockBytes: number; blockSamples: number } & (
  | { kind: "ima" }
  | { kind: "ima4" }
  /** Pairs that predict a sample from the two before it, in 256ths. */
  | { kind: "ms"; coefficients: readonly number[] }
);

const ADPCM_NAMES = { ima: "adpcm_ima_wav", ima4: "adpcm_ima_qt", ms: "adpcm_ms" } as const;

export function isAdpcm(encoding: PcmEncoding | AdpcmEncoding): encoding is AdpcmEncoding {
  return "blockSamples" in encoding;
}

/** FFmpeg's names, which producers know from other tools: `pcm_s24le`, `pcm_f32le`, `pcm_mulaw`, `adpcm_ms`. */
export function codecName(encoding: PcmEncoding | AdpcmEncoding): string {
  if (isAdpcm(encoding)) return ADPCM_NAMES[encoding.kind];
  if (encoding.kind !== "integer" && encoding.kind !== "float") return `pcm_${encoding.kind}`;
  const letter = encoding.kind === "float" ? "f" : encoding.signed ? "s" : "u";
  const order = encoding.bytes === 1 ? "" : encoding.littleEndian ? "le" : "be";
  return `pcm_${letter}${encoding.bytes * 8}${order}`;
}

const IMA4_PACKET_BYTES = 34;
const IMA4_PACKET_SAMPLES = 64;

/** QuickTime's ADPCM, which AIFF-C and CAF hold: a packet of 64 samples for each channel in turn. */
export function ima4Encoding(channels: number): AdpcmEncoding {
  return { kind: "ima4", blockBytes: IMA4_PACKET_BYTES * channels, blockSamples: IMA4_PACKET_SAMPLES };
}
