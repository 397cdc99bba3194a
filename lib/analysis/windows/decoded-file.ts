/**
 * A decoded file, as the worker leaves it in a folder and the server reads windows from it:
 *
 *     <n>.pcm        float32 little-endian, all channels of a frame side by side; `SEGMENT_FRAMES` frames, the last one fewer
 *     overview.s16   lowest and highest sample of any channel in each `OVERVIEW_FRAMES` frames, as int16 little-endian
 */
export const SEGMENT_FRAMES = 2 ** 19;
export const OVERVIEW_FRAMES = 256;
export const OVERVIEW_FILE = "overview.s16";
export const segmentFile = (segment: number): string => `${segment}.pcm`;

const FULL_SCALE = 32_767;

export const amplitudeToInt16 = (amplitude: number): number =>
  Math.max(-FULL_SCALE, Math.min(FULL_SCALE, Math.round(amplitude * FULL_SCALE)));

/** What of a file lies decoded in a folder. */
export interface DecodedFacts {
  sampleRateHz: number;
  channels: number;
  /** Of the whole file. */
  frames: number;
  /** Segments that were kept, in order. */
  segments: number[];
}
