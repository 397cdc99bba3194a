/** How one sample is stored in an uncompressed file. */
export type PcmEncoding =
  | { kind: "integer"; bytes: 1 | 2 | 3 | 4; littleEndian: boolean; signed: boolean }
  | { kind: "float"; bytes: 4 | 8; littleEndian: boolean }
  | { kind: "mulaw"; bytes: 1 }
  | { kind: "alaw"; bytes: 1 };

/** FFmpeg's names, which producers know from other tools: `pcm_s24le`, `pcm_f32le`, `pcm_mulaw`. */
export function codecName(encoding: PcmEncoding): string {
  if (encoding.kind !== "integer" && encoding.kind !== "float") return `pcm_${encoding.kind}`;
  const letter = encoding.kind === "float" ? "f" : encoding.signed ? "s" : "u";
  const order = encoding.bytes === 1 ? "" : encoding.littleEndian ? "le" : "be";
  return `pcm_${letter}${encoding.bytes * 8}${order}`;
}
