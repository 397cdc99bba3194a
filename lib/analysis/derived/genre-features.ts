import type { Harmony } from "@/lib/analysis/extractors/harmony";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Rhythm } from "@/lib/analysis/record/values/rhythm";
import type { Spectral } from "@/lib/analysis/record/values/spectral";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { crossed, FeatureLayout, labels, numbered } from "@/lib/dsp/learned/feature-layout";
import { strengthAt } from "@/lib/dsp/rhythm/beat-sampling";
import { ONSET_LEAD_SECONDS } from "@/lib/dsp/rhythm/beats";
import { ONSET_BANDS } from "@/lib/dsp/rhythm/onset-strength";
import { CONTRAST_BANDS } from "@/lib/dsp/spectrum/spectral-contrast";
import { FOURIER_ORDERS, fourierMagnitude } from "./embedding";

/** Where the beats lie and how they are counted. */
export type BeatCount = {
  bpm: number;
  /** Seconds from the start, ascending. */
  beats: readonly number[];
  downbeats: readonly number[];
  meter: Pick<Meter, "beatsPerBar" | "beatUnit">;
};

/** What a genre is told from. Level and loudness are left out, because the model has not learned about mastering. */
export type GenreEvidence = {
  /** Null if no beats were found. */
  count: BeatCount | null;
  rhythm: Pick<Rhythm, "onsetsPerSecond" | "beatStrength">;
  spectral: Spectral;
  timbre: Timbre;
  harmony: Harmony;
  /** Onset strength per frame: low, mid and high band. */
  strengths: readonly Float64Array[];
  framesPerSecond: number;
};

/** Parts of a beat (enough for halves, thirds and quarters) and of a bar of four. */
const BEAT_PARTS = 12;
const BAR_PARTS = 16;
const BEATS_MIN = 4;
/** Strengths are clipped at this many times the mean. */
const STRONGEST = 6;
const MFCC_MEANS = 13;
const MFCC_DEVIATIONS = 9;

const PATTERN_PARTS = [
  ...numbered(BEAT_PARTS).map((part) => `beat ${part}`),
  ...numbered(BAR_PARTS).map((part) => `bar ${part}`),
];

const PACE_LAYOUT = new FeatureLayout({
  octaves: "value",
  octavesSquared: "value",
  counted: "value",
  three: "value",
  eighths: "value",
  onsetsPerSecond: "value",
  onsetsPerBeat: "value",
  beatStrength: "value",
  bandShares: ONSET_BANDS,
});

const COLOUR_LAYOUT = new FeatureLayout({
  mfcc: numbered(MFCC_MEANS - 1, 1),
  mfccDeviation: numbered(MFCC_DEVIATIONS - 1, 1),
  contrast: numbered(CONTRAST_BANDS),
  slope: "value",
  centroid: "value",
  flatness: "value",
  harmonicity: "value",
  brightness: "value",
  warmth: "value",
  clarity: "value",
  harmonicChange: "value",
  fourier: labels(FOURIER_ORDERS),
});

/** The features that `GENRE_MODEL` has weights for. Octaves of tempo count from 115 BPM. */
export const GENRE_LAYOUT = new FeatureLayout({
  pace: PACE_LAYOUT,
  pattern: crossed(ONSET_BANDS, PATTERN_PARTS),
  colour: COLOUR_LAYOUT,
});

/**
 * Tempo, metre, density, how strong each band is at the parts of a beat and of a bar, timbre, and how pitches are
 * distributed, as {@link GENRE_LAYOUT} says. Fourier series of pitch classes: Quinn, "General equal-tempered harmony", 2006.
 */
export function genreFeatures(evidence: GenreEvidence): Float64Array {
  return GENRE_LAYOUT.vector({
    pace: paceValues(evidence),
    pattern: patternValues(evidence),
    colour: colourValues(evidence),
  });
}

function paceValues({ count, rhythm, strengths }: GenreEvidence): Float64Array {
  const octaves = count ? Math.log2(count.bpm / 115) : 0;
  const perBeat = (rhythm.onsetsPerSecond * 60) / (count?.bpm ?? 115);
  const sums = strengths.map((strength) => strength.reduce((sum, value) => sum + value, 0));
  const all = sums.reduce((total, sum) => total + sum, 0);
  return PACE_LAYOUT.vector({
    octaves,
    octavesSquared: octaves * octaves,
    counted: Number(count !== null),
    three: Number(count?.meter.beatsPerBar === 3),
    eighths: Number(count?.meter.beatUnit === 8),
    onsetsPerSecond: Math.log2(rhythm.onsetsPerSecond + 0.25),
    onsetsPerBeat: Math.log2(perBeat + 0.25),
    beatStrength: rhythm.beatStrength,
    bandShares: sums.map((sum) => (all > 0 ? sum / all : 1 / 3)),
  });
}

/** For each band its strength at the parts of a beat and of a bar of four, relative to the mean; 1 if unknown. */
function patternValues({ count, strengths, framesPerSecond }: GenreEvidence): number[] {
  const beats = (count?.beats ?? []).map((seconds) => (seconds - ONSET_LEAD_SECONDS) * framesPerSecond);
  const first = count && count.meter.beatsPerBar === 4 ? count.beats.indexOf(count.downbeats[0] ?? -1) : -1;
  return strengths.flatMap((strength) => {
    const beat = new Float64Array(BEAT_PARTS);
    const bar = new Float64Array(BAR_PARTS);
    for (let index = 0; index + 1 < beats.length; index++) {
      const at = (share: number) =>
        strengthAt(strength, (beats[index] ?? 0) * (1 - share) + (beats[index + 1] ?? 0) * share);
      for (let part = 0; part < BEAT_PARTS; part++) (beat[part] as number) += at(part / BEAT_PARTS);
      const inBar = (((index - first) % 4) + 4) % 4;
      for (let part = 0; first >= 0 && part < 4; part++) (bar[inBar * 4 + part] as number) += at(part / 4);
    }
    const enough = beats.length > BEATS_MIN;
    return [...relative(beat, enough), ...relative(bar, enough && first >= 0)];
  });
}

function relative(values: Float64Array, known: boolean): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => (known && mean > 0 ? Math.min(STRONGEST, value / mean) : 1));
}

function colourValues({ spectral, timbre, harmony }: GenreEvidence): Float64Array {
  const centred = Array.from(harmony.chroma, (value) => value - 1 / 12);
  const clarity = Math.hypot(...centred);
  return COLOUR_LAYOUT.vector({
    mfcc: spectral.mfcc.slice(1, MFCC_MEANS),
    mfccDeviation: spectral.mfccVariance.slice(1, MFCC_DEVIATIONS).map(Math.sqrt),
    contrast: spectral.contrastDb,
    slope: spectral.slopeDbPerOctave,
    centroid: Math.log2(spectral.centroidHz + 20),
    flatness: Math.sqrt(spectral.flatness),
    harmonicity: timbre.harmonicity,
    brightness: timbre.brightness,
    warmth: timbre.warmth,
    clarity,
    harmonicChange: harmony.change,
    fourier: FOURIER_ORDERS.map((k) => (clarity > 0 ? fourierMagnitude(centred, k) / clarity : 0)),
  });
}
