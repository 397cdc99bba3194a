/** The amplitude of a sound, one value a millisecond: the largest |x| of it. */
export interface Envelope {
  /** The time of the first value. */
  startMs: number;
  values: Float32Array;
}

/** A piece of what was heard, as the browser handed it over. */
export interface HeardPiece {
  atMs: number;
  values: number[];
}

/** Pieces in their places; silence between them. */
export function envelopeOf(pieces: readonly HeardPiece[]): Envelope {
  const startMs = Math.floor(Math.min(...pieces.map(({ atMs }) => atMs)));
  const endMs = Math.max(...pieces.map(({ atMs, values }) => atMs + values.length));
  const values = new Float32Array(Number.isFinite(endMs - startMs) ? Math.ceil(endMs - startMs) + 1 : 0);
  for (const piece of pieces) values.set(piece.values, Math.round(piece.atMs - startMs));
  return { startMs, values };
}

/** A sound is this much louder than what was before it, or it is no attack. */
const QUIET = 1e-3;
/** Longer than half a period of the lowest bass, so that a tone is not a row of attacks. */
const HOLD_MS = 14;
const RISE_MS = 4;

/** How much the sound becomes louder at each millisecond: high where something is struck. */
export function attacks(amplitudes: Float32Array): Float32Array {
  const held = amplitudes.map((_, at) => {
    let largest = QUIET;
    for (let i = Math.max(0, at - HOLD_MS); i <= at; i++) largest = Math.max(largest, amplitudes[i] ?? 0);
    return Math.log(largest);
  });
  return held.map((value, at) => Math.max(0, value - (held[Math.max(0, at - RISE_MS)] ?? value)));
}

const CLICK_AMPLITUDE = 0.1;
const CLICK_APART_MS = 150;

/** When each click of a click track began. */
export function clickTimes({ startMs, values }: Envelope): number[] {
  const times: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, value] of values.entries()) {
    if (value < CLICK_AMPLITUDE) continue;
    if (at - last > CLICK_APART_MS) times.push(startMs + at);
    last = at;
  }
  return times;
}
