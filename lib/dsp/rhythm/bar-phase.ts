import { crossed, FeatureLayout, numbered } from "@/lib/dsp/learned/feature-layout";
import {
  type BeatEvidence,
  harmonicChangeAt,
  laggedProduct,
  positionFrame,
  strengthAt,
  unitVariance,
} from "./beat-sampling";
import { wholeness } from "./loop-length";
import { ONSET_BANDS } from "./onset-strength";

/** Beats a bar that are told apart. Two are heard as four. */
export const BAR_LENGTHS = [3, 4] as const;
/** A number of beats a bar, and the beat of the piece (counted from 0) that begins the first whole bar. */
export type BarReading = { beatsPerBar: (typeof BAR_LENGTHS)[number]; downbeat: number };
/** Every bar length with every beat that may be the first of a bar. */
export const BAR_READINGS: readonly BarReading[] = BAR_LENGTHS.flatMap((beatsPerBar) =>
  Array.from({ length: beatsPerBar }, (_, downbeat) => ({ beatsPerBar, downbeat })),
);

const CLASSES = 12;
const AT_ONCE_SECONDS = 0.06;
const SERIES = [...ONSET_BANDS, "harmony"];

/** What {@link barFeatures} returns: the inputs of `BAR_NETWORKS`. Beats of a bar count from its downbeat. */
export const BAR_LAYOUT = new FeatureLayout({
  beatsOfThree: crossed(SERIES, numbered(3)),
  beatsOfFour: crossed(SERIES, numbered(4)),
  repeats: crossed(SERIES, ["explained", "bar", "two bars"]),
  chromaContrast: "value",
  chromaContrastOverOther: "value",
  wholeBars: "value",
  wholeBarsAtOnce: "value",
  wholeBarPairs: "value",
  three: "value",
  threeByLength: "value",
});

/** What each beat is like. */
export type BeatSeries = {
  /** One value a beat, unit variance: onset strength of the low, mid and high band, then change of harmony. */
  series: Float64Array[];
  /** Mean pitch classes from each beat to the next. */
  chroma: Float64Array[];
  durationBeats: number;
  /** 1 if the first beat is at the very beginning, as in a loop cut at its bars, falling to 0. */
  atOnce: number;
};

/** Samples the evidence at its beats, of which there must be at least two. */
export function beatSeries(evidence: BeatEvidence, durationSeconds: number): BeatSeries {
  const { beats, strengths, framesPerSecond } = evidence;
  const bands = strengths.map((strength) => beats.map((frame) => strengthAt(strength, frame)));
  const change = beats.map((frame) => harmonicChangeAt(evidence, frame / framesPerSecond));
  const intervalSeconds = (beats[beats.length - 1] - beats[0]) / (beats.length - 1) / framesPerSecond;
  return {
    series: [...bands, change].map(unitVariance),
    chroma: Array.from(beats, (_, beat) => beatChroma(evidence, beat)),
    durationBeats: durationSeconds / intervalSeconds,
    atOnce: Math.exp(-((beats[0] / framesPerSecond / AT_ONCE_SECONDS) ** 2)),
  };
}

/** What speaks for bars of that length beginning on that beat, as {@link BAR_LAYOUT} says. */
export function barFeatures({ series, chroma, durationBeats, atOnce }: BeatSeries, reading: BarReading): Float64Array {
  const { beatsPerBar, downbeat } = reading;
  const beatsOf = (length: number) =>
    series.flatMap((values) =>
      length === beatsPerBar ? [...foldedMeans(values, beatsPerBar, downbeat)] : new Array<number>(length).fill(0),
    );
  const other = beatsPerBar === 3 ? 4 : 3;
  const contrast = chromaContrast(chroma, beatsPerBar, downbeat);
  const three = beatsPerBar === 3 ? 1 : 0;
  return BAR_LAYOUT.vector({
    beatsOfThree: beatsOf(3),
    beatsOfFour: beatsOf(4),
    repeats: series.flatMap((values) => [
      explainedShare(foldedMeans(values, beatsPerBar, 0), values.length),
      laggedProduct(values, values, beatsPerBar) - laggedProduct(values, values, other),
      laggedProduct(values, values, beatsPerBar * 2) - laggedProduct(values, values, other * 2),
    ]),
    chromaContrast: contrast,
    chromaContrastOverOther: contrast - bestOther(chroma, beatsPerBar, downbeat),
    wholeBars: wholeness(durationBeats, beatsPerBar),
    wholeBarsAtOnce: downbeat === 0 ? atOnce * wholeness(durationBeats, beatsPerBar) : 0,
    wholeBarPairs: wholeness(durationBeats, beatsPerBar * 2),
    three,
    threeByLength: three * Math.log2(1 + series[0].length / 16),
  });
}

/** Means by position in a bar: of every `length`-th value from `offset`, then from the value after it, and so on. */
function foldedMeans(values: Float64Array, length: number, offset: number): Float64Array {
  const sums = new Float64Array(length);
  const counts = new Float64Array(length);
  for (let i = 0; i < values.length; i++) {
    const slot = (i - offset + length * 2) % length;
    sums[slot] += values[i];
    counts[slot]++;
  }
  return sums.map((sum, slot) => (counts[slot] > 0 ? sum / counts[slot] : 0));
}

/** Share of the variance that the folded means explain, less the share that they would by chance. */
function explainedShare(means: Float64Array, count: number): number {
  let square = 0;
  for (const mean of means) square += (mean * mean) / means.length;
  return square - means.length / Math.max(means.length, count);
}

/** How much more the harmony changes across bar lines than between beats within a bar, relative to the mean change. */
function chromaContrast(chroma: Float64Array[], length: number, downbeat: number): number {
  let across = 0;
  let acrossCount = 0;
  let within = 0;
  let withinCount = 0;
  for (let i = 1; i < chroma.length; i++) {
    let distance = 0;
    for (let c = 0; c < CLASSES; c++) distance += Math.abs(chroma[i][c] - chroma[i - 1][c]);
    if ((i - downbeat + length * 2) % length === 0) {
      across += distance;
      acrossCount++;
    } else {
      within += distance;
      withinCount++;
    }
  }
  const mean = (across + within) / Math.max(1, acrossCount + withinCount);
  if (mean < 1e-9 || acrossCount === 0 || withinCount === 0) return 0;
  return (across / acrossCount - within / withinCount) / mean;
}

/** The largest contrast of any other downbeat. */
function bestOther(chroma: Float64Array[], length: number, downbeat: number): number {
  let best = -4;
  for (let other = 0; other < length; other++) {
    if (other !== downbeat) best = Math.max(best, chromaContrast(chroma, length, other));
  }
  return best;
}

/** Mean pitch classes from one beat to the next. */
function beatChroma({ beats, framesPerSecond, chroma, chromaPerSecond }: BeatEvidence, beat: number): Float64Array {
  const scale = chromaPerSecond / framesPerSecond;
  const from = Math.max(0, Math.ceil(beats[beat] * scale));
  const to = Math.min(chroma.length / CLASSES, Math.max(from + 1, Math.ceil(positionFrame(beats, beat, 1) * scale)));
  const mean = new Float64Array(CLASSES);
  for (let frame = from; frame < to; frame++) {
    for (let c = 0; c < CLASSES; c++) mean[c] += chroma[frame * CLASSES + c] / (to - from);
  }
  return mean;
}
