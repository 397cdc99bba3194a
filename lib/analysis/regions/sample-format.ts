import type { AudioProbe } from "@/lib/analysis/decode/containers/probe";

/** How a cut WAV stores a sample. */
export interface SampleFormat {
  kind: "integer" | "float";
  bytes: 1 | 2 | 3 | 4;
}

const LOSSY: SampleFormat = { kind: "integer", bytes: 2 };

/**
 * The bit depth of the original, so that a cut of a 24-bit file has 24 bits. What has none of its own gets 16: lossy codecs
 * and the telephone's logarithmic ones. Doubles become floats, as all decoding here is in floats.
 */
export function sampleFormatOf({ codec, layout }: Pick<AudioProbe, "codec" | "layout">): SampleFormat {
  if (layout.format === "pcm") {
    const { kind, bytes } = layout.encoding;
    if (kind === "float") return { kind, bytes: 4 };
    return kind === "integer" ? { kind, bytes: Math.min(bytes, 4) as SampleFormat["bytes"] } : LOSSY;
  }
  if (layout.format === "flac") return { kind: "integer", bytes: Math.max(1, Math.ceil(layout.bits / 8)) as 2 };
  return codec === "alac" || codec === "flac" ? { kind: "integer", bytes: 3 } : LOSSY;
}
