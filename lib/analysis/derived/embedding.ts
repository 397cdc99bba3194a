import type { Harmony } from "@/lib/analysis/extractors/harmony";
import { measured, silent } from "@/lib/analysis/extractors/measured";
import { valueStep } from "@/lib/analysis/extractors/step";
import { type Embedding, embeddingValue } from "@/lib/analysis/record/values/embedding";
import type { MusicalKey } from "@/lib/analysis/record/values/key";
import type { Rhythm } from "@/lib/analysis/record/values/rhythm";
import type { Spectral } from "@/lib/analysis/record/values/spectral";
import type { Tempo } from "@/lib/analysis/record/values/tempo";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { crossed, FeatureLayout, labels, numbered } from "@/lib/dsp/learned/feature-layout";
import { standardise } from "@/lib/dsp/learned/standardise";
import { ONSET_BANDS } from "@/lib/dsp/rhythm/onset-strength";
import { windowedAutocorrelation } from "@/lib/dsp/transform/autocorrelation";
import { interpolate } from "@/lib/dsp/transform/interpolation";
import { EMBEDDING_SCALE } from "./embedding-scale";
import { rhythmOf, type TimeCourse, timeCourse } from "./time-course";

export type EmbeddingInput = {
  spectral: Spectral;
  timbre: Timbre;
  rhythm: Pick<Rhythm, "onsetsPerSecond" | "beatStrength">;
  tempo: Pick<Tempo, "bpm"> | null;
  key: MusicalKey | null;
  course: TimeCourse;
  harmony: Harmony;
  /** Onset strength per frame: low, mid and high band. */
  strengths: readonly Float64Array[];
  framesPerSecond: number;
};

export const embeddingStep = valueStep(embeddingValue, {
  needs: ["spectral", "timbre", "rhythm", "tempo", "key", "harmony", "onsets", "kind", "loudness"],
  compute({ spectral, timbre, rhythm, tempo, key, harmony, onsets, kind, loudness, durationSeconds, framesPerSecond }) {
    if (!spectral || !timbre || !rhythm) return silent();
    const course = timeCourse({ kind, timbre, loudness, durationSeconds });
    return measured(
      embed({ spectral, timbre, rhythm, tempo, key, course, harmony, strengths: onsets, framesPerSecond }),
    );
  },
});

/** The mean and deviation each value is scaled by. */
export type EmbeddingScale = typeof EMBEDDING_SCALE;

/** Values are clipped at this many deviations from the mean, so that one odd value cannot dominate the vector. */
const FURTHEST = 3;
const ATTACK_UNKNOWN = -1.5;
/**
 * Lags at which onsets are compared with themselves, in beats. Three quarters are left out: where every beat is alike they
 * are the mirror image of one quarter.
 */
export const BEAT_LAGS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4];
/** A beat without a tempo. */
const BEAT_SECONDS_UNKNOWN = 0.5;
const WINDOW_SECONDS = 20;
const MFCC_MEANS = 20;
const MFCC_DEVIATIONS = 13;
/** Orders of the Fourier series of the pitch classes. */
export const FOURIER_ORDERS = [1, 2, 3, 4, 5, 6];
/** From this length of the centred pitch classes on, the harmony counts as fully clear. */
const CLEAR_CHROMA = 0.12;
const CHANGE_TYPICAL = 0.3;

/** The values of the aspect "timbre", in the order of `EMBEDDING_SCALE.timbre`. */
export const TIMBRE_LAYOUT = new FeatureLayout({
  mfcc: numbered(MFCC_MEANS - 1, 1),
  mfccDeviation: numbered(MFCC_DEVIATIONS - 1, 1),
  centroid: "value",
  rolloff: "value",
  flatness: "value",
  harmonicity: "value",
  brightness: "value",
  warmth: "value",
  contrast: "value",
  attack: "value",
  temporalCentroid: "value",
});

/** The values of a pattern, in the order of `EMBEDDING_SCALE.rhythm`. */
export const PATTERN_LAYOUT = new FeatureLayout({
  repetition: crossed(ONSET_BANDS, BEAT_LAGS),
  onsetsPerBeat: "value",
  beatStrength: "value",
});

/** The values of the aspect "harmony". */
export const HARMONY_LAYOUT = new FeatureLayout({
  pitchClasses: ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"],
  fourier: labels(FOURIER_ORDERS),
  major: "value",
  minor: "value",
  change: "value",
  harmonicity: "value",
  clarity: "value",
  unclarity: "value",
});

/** Three unit vectors. The cosine between those of two sounds says how alike they are in that respect. */
export function embed(input: EmbeddingInput, scale: EmbeddingScale = EMBEDDING_SCALE): Embedding {
  return {
    timbre: rounded(unit(scaled(timbreValues(input), scale.timbre))),
    rhythm: rounded(unit(rhythmOf(scaled(rhythmValues(input), scale.rhythm), input.course))),
    harmony: rounded(unit(harmonyValues(input))),
  };
}

/** 40 values: coefficients 1 … 19 and the deviations of 1 … 12 (no gain in either), then nine of shape. */
export function timbreValues({ spectral, timbre }: Pick<EmbeddingInput, "spectral" | "timbre">): number[] {
  const vector = TIMBRE_LAYOUT.vector({
    mfcc: spectral.mfcc.slice(1, MFCC_MEANS),
    mfccDeviation: spectral.mfccVariance.slice(1, MFCC_DEVIATIONS).map(Math.sqrt),
    centroid: Math.log2(spectral.centroidHz + 20),
    rolloff: Math.log2(spectral.rolloffHz + 20),
    flatness: Math.sqrt(spectral.flatness),
    harmonicity: timbre.harmonicity,
    brightness: timbre.brightness,
    warmth: timbre.warmth,
    contrast: spectral.contrastDb.reduce((sum, value) => sum + value, 0) / spectral.contrastDb.length,
    attack: timbre.logAttackTime ?? ATTACK_UNKNOWN,
    temporalCentroid: timbre.temporalCentroid,
  });
  return [...vector];
}

/** 29 values: the correlation of each band's onsets at nine lags in beats, then onsets per beat and beat strength. */
export function rhythmValues({
  strengths,
  framesPerSecond,
  tempo,
  rhythm,
}: Pick<EmbeddingInput, "strengths" | "framesPerSecond" | "tempo" | "rhythm">): number[] {
  const { beatSeconds, onsetsPerBeat, beatStrength } = pace(tempo, rhythm);
  const beatFrames = beatSeconds * framesPerSecond;
  const longest = Math.ceil(beatFrames * (BEAT_LAGS.at(-1) ?? 1)) + 2;
  const correlations = strengths.map((strength) =>
    windowedAutocorrelation(strength, WINDOW_SECONDS * framesPerSecond, longest),
  );
  const vector = PATTERN_LAYOUT.vector({
    repetition: correlations.flatMap((correlation) =>
      BEAT_LAGS.map((beats) => interpolate(correlation, beats * beatFrames)),
    ),
    onsetsPerBeat,
    beatStrength,
  });
  return [...vector];
}

/** The values of a pattern that records have as well; onsets per beat are a binary logarithm. */
export function pace(tempo: EmbeddingInput["tempo"], rhythm: EmbeddingInput["rhythm"]) {
  const beatSeconds = tempo ? 60 / tempo.bpm : BEAT_SECONDS_UNKNOWN;
  const onsetsPerBeat = Math.log2(rhythm.onsetsPerSecond * beatSeconds + 0.25);
  return { beatSeconds, onsetsPerBeat, beatStrength: rhythm.beatStrength };
}

/**
 * 24 values: the twelve pitch classes from C, weighted by clarity, so that related keys are near each other; six
 * magnitudes of their Fourier series, the same in every key; major and minor; change, harmonicity and clarity.
 * Fourier series of pitch classes: Quinn, "General equal-tempered harmony", 2006.
 */
function harmonyValues({ harmony, key, timbre }: EmbeddingInput): number[] {
  const centred = Array.from(harmony.chroma, (value) => value - 1 / 12);
  const length = Math.hypot(...centred);
  const clarity = Math.min(1, length / CLEAR_CHROMA) * timbre.harmonicity ** 0.25;
  const mode = (name: string) => (key?.mode === name ? 0.35 * key.confidence : 0);
  const vector = HARMONY_LAYOUT.vector({
    pitchClasses: centred.map((value) => (length > 0 ? (0.8 * clarity * value) / length : 0)),
    fourier: FOURIER_ORDERS.map((k) => (length > 0 ? (0.4 * clarity * fourierMagnitude(centred, k)) / length : 0)),
    major: mode("major"),
    minor: mode("minor"),
    change: 0.2 * Math.min(2, harmony.change / CHANGE_TYPICAL),
    harmonicity: 0.3 * timbre.harmonicity,
    clarity: 0.3 * clarity,
    unclarity: 0.8 * (1 - clarity) + 0.05,
  });
  return [...vector];
}

/** |Σ v(n)·e^(−2πikn/N)| / √N. */
export function fourierMagnitude(values: number[], k: number): number {
  let re = 0;
  let im = 0;
  values.forEach((value, n) => {
    re += value * Math.cos((2 * Math.PI * k * n) / values.length);
    im += value * Math.sin((2 * Math.PI * k * n) / values.length);
  });
  return Math.hypot(re, im) / Math.sqrt(values.length);
}

export function scaled(values: number[], scale: readonly (readonly [mean: number, deviation: number])[]): number[] {
  return values.map((value, i) => {
    const [mean, deviation] = scale[i] ?? [0, 1];
    return standardise(value, mean, deviation, FURTHEST);
  });
}

export function unit(values: number[]): number[] {
  const length = Math.hypot(...values);
  // No real sound equals the mean in every respect, but callers rely on a vector of length 1.
  return length > 0 ? values.map((value) => value / length) : values.map((_, i) => (i === 0 ? 1 : 0));
}

/** Five decimals: cosines are off by 10⁻⁵ at most, and the record stays small. */
export function rounded(values: number[]): number[] {
  // Adding 0 turns −0, which JSON cannot represent, into 0.
  return values.map((value) => Math.round(value * 1e5) / 1e5 + 0);
}
