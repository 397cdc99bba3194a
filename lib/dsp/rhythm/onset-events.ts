import { windowedAutocorrelation } from "@/lib/dsp/transform/autocorrelation";
import { withoutLocalMean } from "./local-mean";

const LOCAL_MEAN_SECONDS = 0.4;
/** An onset is the largest rise within this time before and after it. */
const SEPARATION_SECONDS = 0.03;
/** Least rise over the local mean, as a share of the strong rises of the file. */
const RISE_SHARE = 0.15;
const STRONG_PERCENTILE = 0.995;
/** Rises below this are those of noise, however they compare with each other. */
const RISE_MIN = 1.5;
const WINDOW_SECONDS = 20;
/** Periods at which a pulse is felt. */
const PULSE_FROM_SECONDS = 0.25;
const PULSE_TO_SECONDS = 1.6;

/** The onsets of a file. */
export type OnsetEvents = {
  /** Seconds, ascending; at most `timesMax` of them. */
  times: number[];
  /** Rise at each of `times`, above 0. */
  rises: number[];
  /** All of them, also those without a time. */
  count: number;
  perSecond: number;
};

/** Sum of equally long bands, frame by frame; empty without bands. */
export function summedStrength(strengths: (Float32Array | Float64Array)[]): Float64Array {
  const sum = new Float64Array(strengths[0]?.length ?? 0);
  for (const strength of strengths) for (let i = 0; i < sum.length; i++) sum[i] += strength[i];
  return sum;
}

/**
 * Onsets: peaks of the summed onset strength (one value a frame) over its local mean. Böck, Krebs & Schedl, "Evaluating
 * the online capabilities of onset detection methods", ISMIR 2012.
 *
 * @param timesMax how many times are kept at most; beyond that onsets are only counted
 */
export function onsetEvents(strength: Float64Array, framesPerSecond: number, timesMax = 4096): OnsetEvents {
  const risen = withoutLocalMean(strength, Math.round(LOCAL_MEAN_SECONDS * framesPerSecond));
  const threshold = Math.max(RISE_MIN, RISE_SHARE * percentile(risen, STRONG_PERCENTILE));
  const reach = Math.max(1, Math.round(SEPARATION_SECONDS * framesPerSecond));
  const events: OnsetEvents = { times: [], rises: [], count: 0, perSecond: 0 };
  for (let i = 0; i < risen.length; i++) {
    if (risen[i] < threshold || !isLargest(risen, i, reach)) continue;
    events.count++;
    if (events.times.length === timesMax) continue;
    events.times.push(i / framesPerSecond);
    events.rises.push(risen[i]);
  }
  events.perSecond = strength.length > 0 ? (events.count * framesPerSecond) / strength.length : 0;
  return events;
}

/**
 * How clearly a pulse is felt, 0 … 1: the largest local maximum of the autocorrelation of the onset strength between
 * 0.25 and 1.6 s. 0 for what is shorter. Lartillot et al., "Multi-feature modeling of pulse clarity", ISMIR 2008.
 */
export function pulseClarity(strength: Float64Array, framesPerSecond: number): number {
  const maxLag = Math.round(PULSE_TO_SECONDS * framesPerSecond);
  if (strength.length < maxLag) return 0;
  const correlation = windowedAutocorrelation(strength, WINDOW_SECONDS * framesPerSecond, maxLag);
  let best = 0;
  for (let lag = Math.round(PULSE_FROM_SECONDS * framesPerSecond); lag < maxLag; lag++) {
    const here = correlation[lag];
    if (here > best && here >= correlation[lag - 1] && here > correlation[lag + 1]) best = here;
  }
  return Math.min(1, best);
}

function percentile(values: Float64Array, share: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function isLargest(values: Float64Array, at: number, reach: number): boolean {
  const to = Math.min(values.length - 1, at + reach);
  for (let i = Math.max(0, at - reach); i <= to; i++) {
    if (values[i] > values[at] || (values[i] === values[at] && i < at)) return false;
  }
  return true;
}
