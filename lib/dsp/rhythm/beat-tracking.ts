import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import { positionFrame } from "./beat-sampling";

/** Beats may be this much closer together or further apart than the tempo says. */
const PERIOD_SHARE_MIN = 0.82;
const PERIOD_SHARE_MAX = 1.22;
/** Cost of an interval, in root mean squares of the envelope: this times ln²(interval / period). */
const TIGHTNESS = 500;
/** A hit is looked for this far from where a beat was tracked. */
const SNAP_SECONDS = 0.03;

/**
 * Beats of an onset envelope at about `bpm`: the sequence that collects the most onset strength while its intervals
 * stay near the period. Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36(1), 2007.
 *
 * @param envelope from `beatEnvelope`: root mean square 1, one value a frame
 * @returns fractional frame indices, ascending
 * @throws RangeError if the tempo is not above 0
 */
export function trackBeats(envelope: Float64Array, framesPerSecond: number, bpm: number): Float64Array {
  if (!(bpm > 0)) throw new RangeError(`bpm must be above 0, got ${bpm}`);
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

/** From the best beat in the last period back to the first, ascending. */
function tracedBack(scores: Float64Array, before: Int32Array, period: number): number[] {
  let at = Math.max(0, scores.length - period);
  for (let i = at; i < scores.length; i++) if (scores[i] > scores[at]) at = i;
  const beats: number[] = [];
  for (; at >= 0 && at < scores.length; at = before[at]) beats.push(at);
  return beats.reverse();
}

/** Beats (frames) moved later by `share` of their interval. Those that would pass the end are left out. */
export function shiftedBeats(beats: Float64Array, share: number, frames: number): Float64Array {
  return beats.map((_, i) => positionFrame(beats, i, share)).filter((frame) => frame < frames);
}

/** Moves each beat (frames) onto the top of a hit within 30 ms, to a fraction of a frame. Without a hit it stays. */
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

function vertex(values: Float64Array, at: number): number {
  if (at === 0 || at === values.length - 1) return 0;
  return Math.max(-0.5, Math.min(0.5, vertexOffset(values[at - 1], values[at], values[at + 1])));
}
