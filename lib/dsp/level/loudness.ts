import { GrowingList } from "@/lib/dsp/stream/growing-list";
import { LargestMean } from "@/lib/dsp/stream/largest-mean";
import type { BiquadCoefficients } from "./biquad";
import { kWeighting } from "./k-weighting";

const ABSOLUTE_GATE_LUFS = -70;
const INTEGRATED_GATE_LU = -10;
const RANGE_GATE_LU = -20;
/** Sub-blocks of 100 ms: four make a gating block of 400 ms with 75 % overlap, thirty make a short-term window. */
const SUBBLOCKS_PER_SECOND = 10;
const MOMENTARY_SUBBLOCKS = 4;
const SHORT_TERM_SUBBLOCKS = 30;
/** Maxima are looked for every 10 ms, because EBU Tech 3341 has tests with sounds of 0.4 s placed to 20 ms. */
const STEPS_PER_SECOND = 100;
const STEPS_PER_SUBBLOCK = STEPS_PER_SECOND / SUBBLOCKS_PER_SECOND;

/** Loudness of a programme. */
export type LoudnessResult = {
  /** Null if no block of 400 ms passes the gate. */
  integratedLufs: number | null;
  /** K-weighted level of everything, without blocks and gates; null for what is below −70 LUFS. */
  ungatedLufs: number | null;
  /** Loudness range; null if no window of 3 s passes the gate. */
  rangeLu: number | null;
  /** Largest loudness of 0.4 s; null below −70 LUFS. */
  momentaryMaxLufs: number | null;
  /** Largest loudness of 3 s; null below −70 LUFS. */
  shortTermMaxLufs: number | null;
};

/** Loudness of a K-weighted and channel-weighted mean square: −0.691 + 10·lg(power) LUFS, −∞ for 0. */
export function powerToLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function lufsToPower(lufs: number): number {
  return 10 ** ((lufs + 0.691) / 10);
}

/** Bits of a WAVE channel mask. */
const LOW_FREQUENCY = 0x8;
const BACK_PAIR = 0x30;
const SIDE_PAIR = 0x600;
/** Speakers of files that do not name any, by their number of channels: 3.0, quadraphonic, 5.0, 5.1, 6.1 and 7.1. */
const USUAL_SPEAKERS: Record<number, number> = { 3: 0x7, 4: 0x33, 5: 0x37, 6: 0x3f, 7: 0x70f, 8: 0x63f };
/** For speakers 60° to 120° to the side at ear height. */
const SURROUND_WEIGHT = 1.41;

/**
 * Weight of each channel in WAVE order (FL FR FC LFE BL BR … SL SR): 1.41 for speakers at the sides, 0 for the
 * low-frequency channel, 1 for all others. Without a side pair, the back pair counts as one. ITU-R BS.1770-5, tables 3
 * and 4.
 *
 * @param speakers WAVE channel mask; ignored if it names another number of speakers
 */
export function channelWeights(channels: number, speakers: number | null = null): number[] {
  const named = speakersIn(speakers ?? 0);
  const present = named.length === channels ? named : speakersIn(USUAL_SPEAKERS[channels] ?? 0);
  if (present.length !== channels) return Array.from({ length: channels }, () => 1);
  const sides = present.some((speaker) => speaker & SIDE_PAIR) ? SIDE_PAIR : BACK_PAIR;
  return present.map((speaker) => (speaker & LOW_FREQUENCY ? 0 : speaker & sides ? SURROUND_WEIGHT : 1));
}

function speakersIn(mask: number): number[] {
  return Array.from({ length: 18 }, (_, bit) => 1 << bit).filter((speaker) => mask & speaker);
}

/**
 * Streaming loudness meter: ITU-R BS.1770-5 (gating), EBU Tech 3341 (maxima), EBU Tech 3342 (range).
 *
 * @example
 * const meter = new LoudnessMeter(48000, channelWeights(2));
 * meter.push([left, right], left.length);
 * const { integratedLufs } = meter.finish();
 */
export class LoudnessMeter {
  private readonly filters: KFilter[];
  private readonly subblocks = new GrowingList();
  private readonly momentary = new LargestMean(MOMENTARY_SUBBLOCKS * STEPS_PER_SUBBLOCK);
  private readonly shortTerm = new LargestMean(SHORT_TERM_SUBBLOCKS * STEPS_PER_SUBBLOCK);
  private sum = 0;
  private count = 0;
  private subblockSum = 0;
  private subblockCount = 0;
  private steps = 0;
  private closedSum = 0;
  private boundary: number;
  private samples = 0;

  /** @param weights one for each channel, from {@link channelWeights} */
  constructor(
    private readonly sampleRateHz: number,
    private readonly weights: number[],
  ) {
    this.filters = weights.map(() => new KFilter(sampleRateHz));
    this.boundary = this.boundaryAfter(0);
  }

  /** Takes the first `length` samples of each channel. */
  push(block: Float32Array[], length: number): void {
    for (let start = 0; start < length; ) {
      const end = Math.min(length, start + this.boundary - this.samples);
      for (let c = 0; c < this.filters.length; c++) {
        if (this.weights[c] > 0) this.sum += this.weights[c] * this.filters[c].energy(block[c], start, end);
      }
      this.samples += end - start;
      this.count += end - start;
      start = end;
      if (this.samples === this.boundary) this.closeStep();
    }
    for (const filter of this.filters) filter.flushDenormals();
  }

  /** What was measured so far. */
  finish(): LoudnessResult {
    return {
      ungatedLufs: this.samples > 0 ? audible((this.closedSum + this.sum) / this.samples) : null,
      integratedLufs: this.integratedLufs,
      rangeLu: range(slidingMeans(this.subblocks.view(), SHORT_TERM_SUBBLOCKS)),
      momentaryMaxLufs: this.momentaryMaxLufs,
      shortTermMaxLufs: this.shortTermMaxLufs,
    };
  }

  /** Loudness of the last 0.4 s, as a live meter shows it: not gated, −∞ for silence. Before the start was silence. */
  get momentaryLufs(): number {
    return powerToLufs(this.momentary.latest);
  }

  /** Loudness of the last 3 s, likewise. */
  get shortTermLufs(): number {
    return powerToLufs(this.shortTerm.latest);
  }

  get momentaryMaxLufs(): number | null {
    return audible(this.momentary.largest);
  }

  get shortTermMaxLufs(): number | null {
    return audible(this.shortTerm.largest);
  }

  /** Takes longer the more was pushed: a millisecond after an hour. */
  get integratedLufs(): number | null {
    return integrated(slidingMeans(this.subblocks.view(), MOMENTARY_SUBBLOCKS));
  }

  private boundaryAfter(steps: number): number {
    return Math.max(this.samples + 1, Math.round(((steps + 1) * this.sampleRateHz) / STEPS_PER_SECOND));
  }

  private closeStep(): void {
    const mean = this.sum / this.count;
    this.closedSum += this.sum;
    this.momentary.push(mean);
    this.shortTerm.push(mean);
    this.subblockSum += this.sum;
    this.subblockCount += this.count;
    this.sum = 0;
    this.count = 0;
    this.steps++;
    this.boundary = this.boundaryAfter(this.steps);
    if (this.steps % STEPS_PER_SUBBLOCK === 0) this.closeSubblock();
  }

  private closeSubblock(): void {
    this.subblocks.push(this.subblockSum / this.subblockCount);
    this.subblockSum = 0;
    this.subblockCount = 0;
  }
}

/** The two K-weighting sections of one channel, transposed direct form II. */
class KFilter {
  private readonly shelf: BiquadCoefficients;
  private readonly high: BiquadCoefficients;
  private readonly state = new Float64Array(4);

  constructor(sampleRateHz: number) {
    const { shelf, highpass } = kWeighting(sampleRateHz);
    this.shelf = shelf;
    this.high = highpass;
  }

  /** Σ y² of the filtered samples from `start` to before `end`. */
  energy(input: Float32Array, start: number, end: number): number {
    const { b0, b1, b2, a1, a2 } = this.shelf;
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = this.high;
    let s1 = this.state[0];
    let s2 = this.state[1];
    let t1 = this.state[2];
    let t2 = this.state[3];
    let sum = 0;
    for (let i = start; i < end; i++) {
      const x = input[i];
      const u = b0 * x + s1;
      s1 = b1 * x + s2 - a1 * u;
      s2 = b2 * x - a2 * u;
      const y = c0 * u + t1;
      t1 = c1 * u + t2 - d1 * y;
      t2 = c2 * u - d2 * y;
      sum += y * y;
    }
    this.state[0] = s1;
    this.state[1] = s2;
    this.state[2] = t1;
    this.state[3] = t2;
    return sum;
  }

  /** A filter that rings out into silence would end up in subnormal numbers, which are slow. */
  flushDenormals(): void {
    for (let i = 0; i < 4; i++) if (Math.abs(this.state[i]) < 1e-30) this.state[i] = 0;
  }
}

function slidingMeans(subblocks: Float64Array, width: number): Float64Array {
  const means = new Float64Array(Math.max(0, subblocks.length - width + 1));
  for (let i = 0; i < means.length; i++) {
    // Summed anew each time: a running sum would carry rounding errors from loud into quiet passages.
    let sum = 0;
    for (let j = i; j < i + width; j++) sum += subblocks[j];
    means[i] = sum / width;
  }
  return means;
}

function integrated(blocks: Float64Array): number | null {
  const absolute = lufsToPower(ABSOLUTE_GATE_LUFS);
  const ungated = meanAbove(blocks, absolute);
  if (ungated === null) return null;
  const gated = meanAbove(blocks, Math.max(absolute, ungated * 10 ** (INTEGRATED_GATE_LU / 10)));
  return gated === null ? null : powerToLufs(gated);
}

function range(shortTerm: Float64Array): number | null {
  const absolute = lufsToPower(ABSOLUTE_GATE_LUFS);
  const ungated = meanAbove(shortTerm, absolute);
  if (ungated === null) return null;
  const gate = Math.max(absolute, ungated * 10 ** (RANGE_GATE_LU / 10));
  const kept = shortTerm.filter((power) => power >= gate).sort();
  if (kept.length === 0) return null;
  const percentile = (p: number) => powerToLufs(kept[Math.round((kept.length - 1) * p)]);
  return percentile(0.95) - percentile(0.1);
}

function meanAbove(blocks: Float64Array, threshold: number): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i] < threshold) continue;
    sum += blocks[i];
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** Null below the absolute gate. */
function audible(power: number): number | null {
  return power < lufsToPower(ABSOLUTE_GATE_LUFS) ? null : powerToLufs(power);
}
