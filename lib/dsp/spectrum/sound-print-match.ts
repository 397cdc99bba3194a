import { FIRST_HIGH_BAND, PRINT_BANDS, type SoundPrint, STEPS_PER_DB } from "./sound-print";

/** What lies further below the loudest of the common part does not count: an encoder may leave it out. */
const HEARD_STEPS = 40 * STEPS_PER_DB;
/** What an encoder keeps best. */
const STRONG_STEPS = 30 * STEPS_PER_DB;
/** A difference counts as at most this much. */
const MOST_STEPS = 12 * STEPS_PER_DB;
/** Where one of two was cut, so many frames are part of the cut. */
const CUT_FRAMES = 3;
/** Fewer frames than these in common say nothing. */
const LEAST_FRAMES = 5;
/** Differences beyond this are counted as this. */
const WIDEST_STEPS = 400;
/** Frames without a counterpart are missing if they are not further below the loudest of both sounds. */
const MISSING_STEPS = 60 * STEPS_PER_DB;
const FRACTIONS = [0.25, 0.5, 0.75];

/** How two prints agree where they agree best. */
export interface PrintMatch {
  /** Mean difference in dB, apart from a gain; 12 if they have too little in common. */
  differenceDb: number;
  /** The same for the bands and frames within 30 dB of the loudest. */
  strongDifferenceDb: number;
  /** Share of those that lie above 900 Hz. */
  highShare: number;
  /** Frames of 10 ms that were compared. */
  frames: number;
  /** How many frames later the common part is in `a` than in `b`. */
  offsetFrames: number;
}

const NOTHING: PrintMatch = {
  differenceDb: MOST_STEPS / STEPS_PER_DB,
  strongDifferenceDb: MOST_STEPS / STEPS_PER_DB,
  highShare: 0,
  frames: 0,
  offsetFrames: 0,
};

/** Offsets to be tried, and how many frames of the longer may be without a counterpart; of prints that are whole. */
export interface PrintLimits {
  maxOffsetFrames: number;
  maxMissingFrames: number;
}

/** Beyond this, levels between frames make no match of it. */
const HOPELESS_DB = 1.5;

/**
 * Compares two prints at every offset within the limits, then around the best one between frames as well: between those
 * of either, and what agrees better counts. So the answer does not depend on which of the two comes first.
 */
export function matchPrints(a: SoundPrint, b: SoundPrint, limits: PrintLimits): PrintMatch {
  const there = bestMatch(a, b, limits);
  if (there.differenceDb > HOPELESS_DB) return there;
  const back = bestMatch(b, a, limits);
  return back.differenceDb < there.differenceDb ? { ...back, offsetFrames: -back.offsetFrames } : there;
}

function bestMatch(a: SoundPrint, b: SoundPrint, limits: PrintLimits): PrintMatch {
  const comparison = new Comparison(a, b, limits);
  for (let offset = -limits.maxOffsetFrames; offset <= limits.maxOffsetFrames; offset++) comparison.tryAt(offset, 0);
  comparison.refine();
  return comparison.found();
}

interface Common {
  left: Int16Array;
  right: Int16Array;
  /** Frames with which the common part begins. */
  leftStart: number;
  rightStart: number;
  frames: number;
}

class Comparison {
  private readonly counts = new Int32Array(2 * WIDEST_STEPS + 1);
  private best: { steps: number; gain: number; offset: number; common: Common } | null = null;

  constructor(
    private readonly a: SoundPrint,
    private readonly b: SoundPrint,
    private readonly limits: PrintLimits,
  ) {}

  tryAt(offset: number, fraction: number): void {
    const common = this.common(offset, fraction);
    if (!common) return;
    const { steps, gain } = this.difference(common);
    if (this.best && steps >= this.best.steps) return;
    if (this.a.isWhole && this.b.isWhole && this.missing(offset, gain) > this.limits.maxMissingFrames) return;
    this.best = { steps, gain, offset: offset + fraction, common };
  }

  /** The cut may lie between two frames. Levels in between follow from a curve through four. */
  refine(): void {
    const around = this.best?.offset;
    if (around === undefined) return;
    for (const offset of [around - 1, around]) for (const fraction of FRACTIONS) this.tryAt(offset, fraction);
  }

  found(): PrintMatch {
    if (!this.best) return NOTHING;
    const { steps, gain, offset, common } = this.best;
    const strong = strongDifference(common, gain);
    return { differenceDb: steps / STEPS_PER_DB, ...strong, frames: common.frames, offsetFrames: offset };
  }

  private common(offset: number, fraction: number): Common | null {
    const { a, b } = this;
    // A fraction takes the levels of `a` between its frames, of which there is one less.
    const leftFrames = a.frames - (fraction > 0 ? 1 : 0);
    let leftStart = Math.max(0, offset);
    let rightStart = Math.max(0, -offset);
    let frames = Math.min(leftFrames - leftStart, b.frames - rightStart);
    if (offset !== 0) {
      leftStart += CUT_FRAMES;
      rightStart += CUT_FRAMES;
      frames -= CUT_FRAMES;
    }
    const endsApart = a.isWhole && b.isWhole && Math.abs(a.frames - offset - b.frames) > 1;
    if (endsApart && frames > 4 * CUT_FRAMES) frames -= CUT_FRAMES;
    if (frames < LEAST_FRAMES) return null;
    const left = fraction > 0 ? between(a, fraction) : a.levels;
    return { left, right: b.levels, leftStart, rightStart, frames };
  }

  /** Frames of either that sound, and have no counterpart. The quiet end of a sound may be in one of them only. */
  private missing(offset: number, gain: number): number {
    const { a, b } = this;
    const floor = Math.max(0, gain) - MISSING_STEPS;
    let missing = 0;
    for (let t = 0; t < a.frames; t++) {
      if ((t < offset || t >= offset + b.frames) && frameLevel(a, t) > floor) missing++;
    }
    for (let t = 0; t < b.frames; t++) {
      if ((t < -offset || t >= a.frames - offset) && frameLevel(b, t) + gain > floor) missing++;
    }
    return missing;
  }

  /** Median gain and mean difference from it, over all bands that are heard in one of the two. */
  private difference({ left, right, leftStart, rightStart, frames }: Common): { steps: number; gain: number } {
    const { counts } = this;
    counts.fill(0);
    const [l0, r0, length] = [leftStart * PRINT_BANDS, rightStart * PRINT_BANDS, frames * PRINT_BANDS];
    const leftFloor = loudest(left, l0, length) - HEARD_STEPS;
    const rightFloor = loudest(right, r0, length) - HEARD_STEPS;
    let heard = 0;
    for (let i = 0; i < length; i++) {
      const l = left[l0 + i];
      const r = right[r0 + i];
      if (l <= leftFloor && r <= rightFloor) continue;
      const apart = Math.max(l, leftFloor) - Math.max(r, rightFloor);
      counts[WIDEST_STEPS + Math.max(-WIDEST_STEPS, Math.min(WIDEST_STEPS, apart))]++;
      heard++;
    }
    if (heard === 0) return { steps: MOST_STEPS, gain: 0 };
    let median = 0;
    for (let seen = counts[0]; seen * 2 < heard; seen += counts[median]) median++;
    let sum = 0;
    for (let d = 0; d < counts.length; d++) {
      if (counts[d] > 0) sum += counts[d] * Math.min(MOST_STEPS, Math.abs(d - median));
    }
    return { steps: sum / heard, gain: median - WIDEST_STEPS };
  }
}

function strongDifference(common: Common, gain: number): Pick<PrintMatch, "strongDifferenceDb" | "highShare"> {
  const { left, right, leftStart, rightStart, frames } = common;
  const [l0, r0, length] = [leftStart * PRINT_BANDS, rightStart * PRINT_BANDS, frames * PRINT_BANDS];
  const floor = loudest(left, l0, length) - STRONG_STEPS;
  let sum = 0;
  let strong = 0;
  let high = 0;
  for (let i = 0; i < length; i++) {
    const l = left[l0 + i];
    const r = right[r0 + i] + gain;
    if (l <= floor && r <= floor) continue;
    sum += Math.min(MOST_STEPS, Math.abs(l - r));
    strong++;
    if (i % PRINT_BANDS >= FIRST_HIGH_BAND) high++;
  }
  return { strongDifferenceDb: sum / strong / STEPS_PER_DB, highShare: high / strong };
}

const frameLevel = ({ levels }: SoundPrint, frame: number) => loudest(levels, frame * PRINT_BANDS, PRINT_BANDS);

function loudest(levels: Int16Array, from: number, length: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + length; i++) if (levels[i] > most) most = levels[i];
  return most;
}

/** The levels at `fraction` of the way from each frame to the next, by a cubic curve through four frames. */
function between({ levels, frames }: SoundPrint, fraction: number): Int16Array {
  const at = (frame: number, band: number) => levels[Math.max(0, Math.min(frames - 1, frame)) * PRINT_BANDS + band];
  const out = new Int16Array((frames - 1) * PRINT_BANDS);
  for (let t = 0; t < frames - 1; t++) {
    for (let b = 0; b < PRINT_BANDS; b++) {
      const [p0, p1, p2, p3] = [at(t - 1, b), at(t, b), at(t + 1, b), at(t + 2, b)];
      const bend = 2 * p0 - 5 * p1 + 4 * p2 - p3 + fraction * (3 * (p1 - p2) + p3 - p0);
      out[t * PRINT_BANDS + b] = Math.round(p1 + 0.5 * fraction * (p2 - p0 + fraction * bend));
    }
  }
  return out;
}
