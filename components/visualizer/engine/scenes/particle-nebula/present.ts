/** Particles that may glow at full strength at one time. */
const FULL_GLOWS = 70;
/** And those that may be lit as heard lately. */
const FULL_LATE = 4500;

/**
 * How long the present is in a picture of a piece: what sounds now glows over `nowSeconds`, what was heard lately over
 * `lateSeconds`. Both are longer in a long piece, so that they can be seen. The more particles glow at a time, the less
 * each does: `room` is its share, 0 … 1, and `lateRoom` that of what was heard lately.
 */
export function presentOf(
  durationSeconds: number,
  count: number,
): {
  nowSeconds: number;
  lateSeconds: number;
  room: number;
  lateRoom: number;
} {
  const nowSeconds = Math.max(0.0006, Math.min(0.4, durationSeconds * 0.008), durationSeconds * 0.0012);
  const lateSeconds = Math.max(0.0012, Math.min(14, durationSeconds * 0.12), durationSeconds * 0.02);
  const glowing = (count * 2 * nowSeconds) / Math.max(0.001, durationSeconds);
  const late = (count * lateSeconds) / Math.max(0.001, durationSeconds);
  return {
    nowSeconds,
    lateSeconds,
    room: Math.min(1, FULL_GLOWS / (glowing + 1)),
    lateRoom: Math.min(1, FULL_LATE / (late + 1)),
  };
}
