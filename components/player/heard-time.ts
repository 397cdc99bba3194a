/** No output is later than this; a browser that says so is wrong. */
const LATENCY_MAX_SECONDS = 1;

/**
 * The time of the context of the sound that leaves the loudspeaker now. `currentTime` is that of the sound that is
 * computed now, and a wireless loudspeaker is a fifth of a second behind it.
 */
export function heardTime(
  context: Pick<AudioContext, "currentTime" | "getOutputTimestamp">,
  nowMs = performance.now(),
): number {
  const { currentTime } = context;
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  // Nothing has left yet.
  if (performanceTime === 0) return currentTime;
  const heard = contextTime + (nowMs - performanceTime) / 1000;
  return Math.min(currentTime, Math.max(currentTime - LATENCY_MAX_SECONDS, heard));
}
