import {
  type BeatEvidence,
  harmonicChangeAt,
  laggedProduct,
  positionFrame,
  standardised,
  strengthAt,
} from "./beat-sampling";
import { wholeness } from "./tempo-features";

/** Beats a bar that are told apart; two are heard as four. */
export const BAR_LENGTHS = [3, 4] as const;
export type BarReading = { beatsPerBar: (typeof BAR_LENGTHS)[number]; downbeat: number };
/** Every bar length with every beat that may be its first. */
export const BAR_READINGS: readonly BarReading[] = BAR_LENGTHS.flatMap((beatsPerBar) =>
  Array.from({ length: beatsPerBar }, (_, downbeat) => ({ beatsPerBar, downbeat })),
);

const CLASSES = 12;
const AT_ONCE_SECONDS = 0.06;

/** What each beat is like: standardised series of onset strength in three bands and of harmonic change. */
export type BeatSeries = {
  series: Float64Array[];
  chroma: Float64Array[];
  durationBeats: number;
  /** 1 if the first beat is at the very beginning, as in a loop cut at its bars, falling to 0. */
  atOnce: number;
};

export function beatSeries(evidence: BeatEvidence, durationSeconds: number): BeatSeries {
  const { beats, strengths, framesPerSecond } = evidence;
  const bands = strengths.map((strength) => beats.map((frame) => strengthAt(strength, frame)));
  const change = beats.map((frame) => harmonicChangeAt(evidence, frame / framesPerSecond));
  const intervalSeconds = (beats[beats.length - 1] - beats[0]) / (beats.length - 1) / framesPerSecond;
  return {
    series: [...bands, change].map(standardised),
    chroma: Array.from(beats, (_, beat) => beatChroma(evidence, beat)),
    durationBeats: durationSeconds / intervalSeconds,
    atOnce: Math.exp(-((beats[0] / framesPerSecond / AT_ONCE_SECONDS) ** 2)),
  };
}

/** What speaks for bars of that length beginning on that beat. */
export function barFeatures({ series, chroma, durationBeats, atOnce }: BeatSeries, reading: BarReading): Float64Array {
  const { beatsPerBar, downbeat } = reading;
  const slots = BAR_LENGTHS.flatMap((length) =>
    series.flatMap((values) =>
      length === beatsPerBar ? [...foldedMeans(values, beatsPerBar, downbeat)] : new Array<number>(length).fill(0),
    ),
  );
  const other = beatsPerBar === 3 ? 4 : 3;
  const repeats = series.flatMap((values) => [
    spread(foldedMeans(values, beatsPerBar, 0), values.length),
    laggedProduct(values, values, beatsPerBar) - laggedProduct(values, values, other),
    laggedProduct(values, values, beatsPerBar * 2) - laggedProduct(values, values, other * 2),
  ]);
  const three = beatsPerBar === 3 ? 1 : 0;
  return Float64Array.from([
    ...slots,
    ...repeats,
    chromaContrast(chroma, beatsPerBar, downbeat),
    chromaContrast(chroma, beatsPerBar, downbeat) - bestOther(chroma, beatsPerBar, downbeat),
    wholeness(durationBeats, beatsPerBar),
    downbeat === 0 ? atOnce * wholeness(durationBeats, beatsPerBar) : 0,
    wholeness(durationBeats, beatsPerBar * 2),
    three,
    three * Math.log2(1 + series[0].length / 16),
  ]);
}

/** Mean of every `length`-th value from `offset` on, from the next on, and so forth. */
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

/** Share of the variance that the folded means explain, less what chance would. */
function spread(means: Float64Array, count: number): number {
  let square = 0;
  for (const mean of means) square += (mean * mean) / means.length;
  return square - means.length / Math.max(means.length, count);
}

/** How much more the harmony differs across bar lines than between neighbouring beats within bars. */
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

function bestOther(chroma: Float64Array[], length: number, downbeat: number): number {
  let best = -4;
  for (let other = 0; other < length; other++) {
    if (other !== downbeat) best = Math.max(best, chromaContrast(chroma, length, other));
  }
  return best;
}

/** Mean pitch classes from a beat to the next. */
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
