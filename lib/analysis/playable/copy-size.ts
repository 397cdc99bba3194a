/** What comes out of these has no more bits than this to keep; in 24 bits their noise would take twice the space. */
const LOSSY_CODECS = new Set(["vorbis", "opus", "aac", "mp1", "mp2", "mp3"]);

export const copyBits = (codec: string): 16 | 24 => (LOSSY_CODECS.has(codec) ? 16 : 24);

/** No copy is larger, and none is begun whose samples alone would be: more than two hours of stereo in 24 bits. */
export const MOST_COPY_BYTES = 2 * 1024 ** 3;

export interface CopyFormat {
  codec: string;
  channels: number;
  sampleRateHz: number;
  durationSeconds: number;
}

/** How large a copy is at most: its samples, before FLAC makes them smaller. */
export function mostCopyBytes({ codec, channels, sampleRateHz, durationSeconds }: CopyFormat): number {
  return Math.ceil(durationSeconds * sampleRateHz) * channels * (copyBits(codec) / 8);
}
