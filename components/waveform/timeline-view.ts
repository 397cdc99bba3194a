import { ENGLISH, type Text } from "@/lib/language/text";
import type { TimeRange } from "./peaks-view";

/** The time at a position in a view of `widthPixels`. Positions outside the view count as its edges. */
export function secondsAt(x: number, widthPixels: number, { startSeconds, endSeconds }: TimeRange): number {
  if (widthPixels <= 0) return startSeconds;
  return startSeconds + Math.min(1, Math.max(0, x / widthPixels)) * (endSeconds - startSeconds);
}

/** The position of a time in a view, also if it is outside; the reverse of `secondsAt`. */
export function pixelsAt(seconds: number, widthPixels: number, { startSeconds, endSeconds }: TimeRange): number {
  const span = endSeconds - startSeconds;
  return span > 0 ? ((seconds - startSeconds) / span) * widthPixels : 0;
}

export interface ViewLimits {
  durationSeconds: number;
  /** No closer than this. */
  shortestSeconds: number;
}

/** So many samples fill the view at the closest. */
const SAMPLES_ACROSS = 24;

export function viewLimits(durationSeconds: number, sampleRateHz: number): ViewLimits {
  return { durationSeconds, shortestSeconds: Math.min(durationSeconds, SAMPLES_ACROSS / sampleRateHz) };
}

/** The part of the recording nearest to the one asked for that lies in it and is not too short. */
export function clampedView(range: TimeRange, { durationSeconds, shortestSeconds }: ViewLimits): TimeRange {
  const span = Math.min(durationSeconds, Math.max(shortestSeconds, range.endSeconds - range.startSeconds));
  const start = Math.max(0, Math.min(range.startSeconds, durationSeconds - span));
  return { startSeconds: start, endSeconds: start + span };
}

/** The view after zooming in by `factor`, or out below 1. What is at `anchorSeconds` stays where it is, if it is in view. */
export function zoomedView(range: TimeRange, factor: number, anchorSeconds: number, limits: ViewLimits): TimeRange {
  const span = range.endSeconds - range.startSeconds;
  const isInView = anchorSeconds >= range.startSeconds && anchorSeconds <= range.endSeconds;
  const share = isInView && span > 0 ? (anchorSeconds - range.startSeconds) / span : 0.5;
  const next = Math.min(limits.durationSeconds, Math.max(limits.shortestSeconds, span / factor));
  const startSeconds = anchorSeconds - share * next;
  return clampedView({ startSeconds, endSeconds: startSeconds + next }, limits);
}

/** The view moved along by so many seconds. */
export function pannedView(range: TimeRange, bySeconds: number, limits: ViewLimits): TimeRange {
  return clampedView(
    { startSeconds: range.startSeconds + bySeconds, endSeconds: range.endSeconds + bySeconds },
    limits,
  );
}

/** What was left of the playhead stays in sight by this share of the view. */
const BEHIND_SHARE = 0.08;

/** The view that has the playhead in it, one page at a time. The same view while it is in sight. */
export function viewThatFollows(range: TimeRange, seconds: number, limits: ViewLimits): TimeRange {
  if (seconds >= range.startSeconds && seconds <= range.endSeconds) return range;
  const span = range.endSeconds - range.startSeconds;
  return pannedView(range, seconds - BEHIND_SHARE * span - range.startSeconds, limits);
}

/** How many times closer than the whole recording: `1×`, `12×`, `4,300×`. */
export function zoomText(range: TimeRange, durationSeconds: number, t: Text = ENGLISH): string {
  const span = range.endSeconds - range.startSeconds;
  const factor = span > 0 ? durationSeconds / span : 1;
  if (factor < 9.95) return `${Number(factor.toFixed(1)).toLocaleString(t.language)}×`;
  return `${Number(factor.toPrecision(2)).toLocaleString(t.language)}×`;
}

const STEPS = [1, 2, 5];
const STEPS_ABOVE_A_SECOND = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const FINEST_EXPONENT = -7;

/** The smallest round step of at least so many seconds. */
function roundStep(wanted: number): number {
  if (wanted > 0.5) return STEPS_ABOVE_A_SECOND.find((step) => step >= wanted) ?? 7200;
  for (let exponent = FINEST_EXPONENT; exponent < 0; exponent++) {
    // Written out, because 5 × 10⁻³ is not 0.005 in floating point.
    for (const step of STEPS) if (Number(`${step}e${exponent}`) >= wanted) return Number(`${step}e${exponent}`);
  }
  return 1;
}

export interface TimeTicks {
  seconds: number[];
  /** Decimal places that tell neighbours apart. */
  places: number;
}

/** The marks of the time ruler in view: as close as their labels allow. */
export function timeTicks(range: TimeRange, widthPixels: number, labelPixels = 76): TimeTicks {
  const span = range.endSeconds - range.startSeconds;
  if (!(span > 0) || widthPixels <= 0) return { seconds: [], places: 0 };
  const step = roundStep((span / widthPixels) * labelPixels);
  const places = step >= 1 ? 0 : Math.ceil(-Math.log10(step) - 1e-9);
  const first = Math.ceil(range.startSeconds / step - 1e-9);
  const last = Math.floor(range.endSeconds / step + 1e-9);
  const seconds = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(places)));
  return { seconds, places: places === 1 ? 2 : places };
}

/** `0:05`, or `0:05.25` with two places. */
export function formatTick(seconds: number, places: number): string {
  const rounded = Number(seconds.toFixed(places));
  const minutes = Math.floor(rounded / 60);
  const rest = rounded - minutes * 60;
  return `${minutes}:${rest.toFixed(places).padStart(places > 0 ? 3 + places : 2, "0")}`;
}
