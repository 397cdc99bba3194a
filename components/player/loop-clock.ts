import type { LoopRange } from "./track";

/** A loop with its ends on whole samples: between two of them Web Audio would interpolate, which dulls the sound. */
export function onSamples(loop: LoopRange, sampleRateHz: number, lengthSamples: number): LoopRange {
  const sample = (seconds: number) => Math.max(0, Math.min(lengthSamples, Math.round(seconds * sampleRateHz)));
  const start = Math.min(sample(loop.startSeconds), lengthSamples - 1);
  const end = Math.max(sample(loop.endSeconds), start + 1);
  return { startSeconds: start / sampleRateHz, endSeconds: end / sampleRateHz };
}

/**
 * Where playback is some time after it started, as Web Audio loops: what starts before the end of the loop repeats from
 * there, what starts behind it goes to the start of the loop at once.
 */
export function positionAfter(
  elapsedSeconds: number,
  fromSeconds: number,
  loop: LoopRange | null,
  durationSeconds: number,
): number {
  const elapsed = Math.max(0, elapsedSeconds);
  if (!loop) return Math.min(fromSeconds + elapsed, durationSeconds);
  const { startSeconds, endSeconds } = loop;
  const position = fromSeconds >= endSeconds ? startSeconds + elapsed : fromSeconds + elapsed;
  return position < endSeconds ? position : startSeconds + ((position - endSeconds) % (endSeconds - startSeconds));
}
