import { positionFrame } from "./beat-sampling";

/** Beats may be this much closer or further apart than the tempo says. */
const PERIOD_SHARE_MIN = 0.82;
const PERIOD_SHARE_MAX = 1.22;
/** Cost of a squared natural logarithm of interval over period, in units of the envelope's root mean square. */
const TIGHTNESS = 500;
/** A hit is looked for this far from where a beat was tracked. */
const SNAP_SECONDS = 0.03;

/**
 * Beats of an onset envelope at about `bpm`, as fractional frame indices, ascending: the sequence that collects most
 * onset strength while its intervals stay near the period.
 * Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36(1), 2007.
 */
export function trackBeats(envelope: Float64Array, framesPerSecond: number, bpm: number): Float64Array {
  const period = (60 * framesPerSecond) / bpm;
  const nearest = Math.max(1, Math.ceil(period * PERIOD_SHARE_MIN));
  const furthest = Math.max(nearest, Math.floor(period * PERIOD_SHARE_MAX));
  const costs = Float64Array.from(
    { length: furthest - nearest + 1 },
    (_, i) => TIGHTNESS * Math.log((nearest + i) / period) ** 2,
  );
  const scores = new Float64Array(envelope.length);
  const before = new Int32Array(envelope.length).fill(-1);
  for (let i = 0; i < envelope.length; i++) {
    let best = 0;
    for (let lag = nearest; lag <= furthest && lag <= i; lag++) {
      const score = scores[i - lag] - costs[lag - nearest];
      if (score <= best) continue;
      best = score;
      before[i] = i - lag;
    }
    scores[i] = best + envelope[i];
  }
  return snapBeats(tracedBack(scores, before, Math.ceil(period)), envelope, framesPerSecond);
}

function tracedBack(scores: Float64Array, before: Int32Array, period: number): number[] {
  let at = Math.max(0, scores.length - period);
  for (let i = at; i < scores.length; i++) if (scores[i] > scores[at]) at = i;
  const beats: number[] = [];
  for (; at >= 0 && at < scores.length; at = before[at]) beats.push(at);
  return beats.reverse();
}

/** Beats `share` of an interval later, the last that would pass the end left out. */
export function shiftedBeats(beats: Float64Array, share: number, frames: number): Float64Array {
  return beats.map((_, i) => positionFrame(beats, i, share)).filter((frame) => frame < frames);
}

/** Each moved onto the top of the hit next to it, between frames; where none is near it stays. */
export function snapBeats(beats: ArrayLike<number>, envelope: Float64Array, framesPerSecond: number): Float64Array {
  const reach = Math.round(SNAP_SECONDS * framesPerSecond);
  return Float64Array.from(beats, (beat) => {
    const centre = Math.min(envelope.length - 1, Math.round(beat));
    let top = centre;
    const to = Math.min(envelope.length - 1, centre + reach);
    for (let i = Math.max(0, centre - reach); i <= to; i++) if (envelope[i] > envelope[top]) top = i;
    return envelope[top] > 0 ? top + vertex(envelope, top) : beat;
  });
}

/** Offset, −½ … ½, of the vertex of the parabola through a maximum and its neighbours. */
function vertex(values: Float64Array, at: number): number {
  if (at === 0 || at === values.length - 1) return 0;
  const curve = values[at - 1] - 2 * values[at] + values[at + 1];
  if (curve >= 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (0.5 * (values[at - 1] - values[at + 1])) / curve));
}
