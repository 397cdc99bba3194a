import type { LoopRange } from "./track";

/** A loop with its ends on whole samples: between two of them Web Audio would interpolate, which dulls the sound. */
export function onSamples(loop: LoopRange, sampleRateHz: number, lengthSamples: number): LoopRange {
  const sample = (seconds: number) => Math.max(0, Math.min(lengthSamples, Math.round(seconds * sampleRateHz)));
  const start = Math.min(sample(loop.startSeconds), lengthSamples - 1);
  const end = Math.max(sample(loop.endSeconds), start + 1);
  return { startSeconds: start / sampleRateHz, endSeconds: end / sampleRateHz };
}

/**
 * Where playback is when this much of the recording was played since it started, as Web Audio loops: what starts before
 * the end of the loop repeats from there, what starts behind it goes to the start of the loop at once.
 */
export function positionAfter(
  playedSeconds: number,
  fromSeconds: number,
  loop: LoopRange | null,
  durationSeconds: number,
): number {
  const played = Math.max(0, playedSeconds);
  if (!loop) return Math.min(fromSeconds + played, durationSeconds);
  const { startSeconds, endSeconds } = loop;
  const position = fromSeconds >= endSeconds ? startSeconds + played : fromSeconds + played;
  return position < endSeconds ? position : startSeconds + ((position - endSeconds) % (endSeconds - startSeconds));
}
