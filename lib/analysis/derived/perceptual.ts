import { measured, silent } from "@/lib/analysis/extractors/measured";
import { valueStep } from "@/lib/analysis/extractors/step";
import { type Perceptual, perceptualValue } from "@/lib/analysis/record/values/perceptual";
import { ramp } from "./ramp";

/** What the scores are computed from; null for what was not found. */
export type PerceptualInput = {
  durationSeconds: number;
  /** Integrated loudness, or the RMS level if the sound is too short for one. */
  loudnessLufs: number;
  onsetsPerSecond: number;
  beatStrength: number;
  /** Share of onset strength below 160 Hz. */
  lowShare: number;
  tempo: { bpm: number; confidence: number } | null;
  key: { mode: "major" | "minor"; confidence: number } | null;
  brightness: number;
  harmonicity: number;
  flatness: number;
  /** 95th less 10th percentile of the level of 10 ms frames. */
  dynamicRangeDb: number;
  /** Share of the level's modulation near 4 Hz, its depth, and the share of frames far below the mean. */
  syllabicShare: number;
  modulationDb: number;
  lowLevelShare: number;
  stereoWidth: number | null;
};

export const perceptualStep = valueStep(perceptualValue, {
  needs: ["loudness", "movement", "tempo", "key", "timbre", "spectral", "stereo"],
  compute({ loudness, movement, tempo, key, timbre, spectral, stereo, durationSeconds }) {
    if (!timbre || !spectral) return silent();
    return measured(
      perceptualScores({
        ...movement.level,
        durationSeconds,
        loudnessLufs: loudness.integratedLufs ?? loudness.rmsDbfs ?? QUIETEST_LUFS,
        onsetsPerSecond: movement.events.perSecond,
        beatStrength: movement.beatStrength,
        lowShare: movement.lowShare,
        tempo,
        key,
        brightness: timbre.brightness,
        harmonicity: timbre.harmonicity,
        flatness: spectral.flatness,
        stereoWidth: stereo?.width ?? null,
      }),
    );
  },
});

/** Used if neither loudness nor level could be measured: the standard's silence gate. */
const QUIETEST_LUFS = -70;
/** The tempo most people like best for dancing, and how many octaves away from it half the score is left. */
const DANCE_BPM = 120;
const DANCE_SPREAD = 0.4;
/** Scores come from formulas, not from listeners, so they are never more than half certain. */
const CONFIDENCE = 0.5;
const SETTLED_SECONDS = 10;

/**
 * Scores from 0 to 1. Each is a weighted sum or product of ramps, so it rises or falls steadily with every value it
 * depends on; `perceptual.test.ts` checks that.
 */
export function perceptualScores(input: PerceptualInput): Perceptual {
  const scores = {
    energy: energy(input),
    danceability: danceability(input),
    valence: valence(input),
    acousticness: acousticness(input),
    instrumentalness: instrumentalness(input),
    speechiness: speechiness(input),
    liveness: liveness(input),
  };
  return { ...scores, confidence: CONFIDENCE * Math.min(1, input.durationSeconds / SETTLED_SECONDS) };
}

/** 0.4 loudness (−40 … −6 LUFS) + 0.2 onsets (0 … 8 /s) + 0.2 brightness (0.2 … 0.75) + 0.2 evenness (40 … 6 dB). */
function energy({ loudnessLufs, onsetsPerSecond, brightness, dynamicRangeDb }: PerceptualInput): number {
  return clamp(
    0.4 * ramp(loudnessLufs, -40, -6) +
      0.2 * ramp(onsetsPerSecond, 0, 8) +
      0.2 * ramp(brightness, 0.2, 0.75) +
      0.2 * (1 - ramp(dynamicRangeDb, 6, 40)),
  );
}

/** Pulse (beat strength 0.1 … 0.7) × (0.4 + 0.3 nearness of the tempo to 120 BPM + 0.3 low onsets (5 … 35 %)). */
function danceability({ beatStrength, tempo, lowShare }: PerceptualInput): number {
  const octaves = tempo ? Math.log2(tempo.bpm / DANCE_BPM) : 0;
  const nearness = tempo ? 0.5 ** ((octaves / DANCE_SPREAD) ** 2) : 0;
  return clamp(pulse(beatStrength) * (0.4 + 0.3 * nearness + 0.3 * ramp(lowShare, 0.05, 0.35)));
}

/** 0.5 ± 0.22 by mode and its confidence ± 0.18 by tempo (60 … 160 BPM) ± 0.1 by brightness (0.2 … 0.75). */
function valence({ key, tempo, brightness }: PerceptualInput): number {
  const mode = key ? (key.mode === "major" ? 1 : -1) * key.confidence : 0;
  const pace = tempo ? 2 * ramp(tempo.bpm, 60, 160) - 1 : 0;
  return clamp(0.5 + 0.22 * mode + 0.18 * pace + 0.1 * (2 * ramp(brightness, 0.2, 0.75) - 1));
}

/** 0.3 darkness (0.8 … 0.3) + 0.25 dynamics (8 … 40 dB) + 0.2 quietness (−8 … −26 LUFS) + 0.25 harmonicity. */
function acousticness({ brightness, dynamicRangeDb, loudnessLufs, harmonicity }: PerceptualInput): number {
  return clamp(
    0.3 * (1 - ramp(brightness, 0.3, 0.8)) +
      0.25 * ramp(dynamicRangeDb, 8, 40) +
      0.2 * (1 - ramp(loudnessLufs, -26, -8)) +
      0.25 * harmonicity,
  );
}

/** 1 less the larger of speechiness and 0.6 × syllables × harmonicity (0.3 … 0.8), which may be singing. */
function instrumentalness(input: PerceptualInput): number {
  return clamp(1 - Math.max(speechiness(input), 0.6 * syllables(input) * ramp(input.harmonicity, 0.3, 0.8)));
}

/** Syllables × pauses (10 … 30 % of the frames). */
function speechiness(input: PerceptualInput): number {
  return clamp(syllables(input) * ramp(input.lowLevelShare, 0.1, 0.3));
}

/** 0.4 width (0.15 … 0.5) + 0.35 a floor of noise (flatness 0.02 … 0.3, range 45 … 15 dB) + 0.25 unsteady tempo. */
function liveness({ stereoWidth, flatness, dynamicRangeDb, tempo }: PerceptualInput): number {
  const floor = ramp(flatness, 0.02, 0.3) * (1 - ramp(dynamicRangeDb, 15, 45));
  return clamp(0.4 * ramp(stereoWidth ?? 0, 0.15, 0.5) + 0.35 * floor + 0.25 * (1 - (tempo?.confidence ?? 0)));
}

function pulse(beatStrength: number): number {
  return ramp(beatStrength, 0.1, 0.7);
}

/**
 * A level that swings deeply (6 … 11 dB), also at the rate of syllables (7 … 12 % of it), with onsets (1.5 … 4 /s)
 * that keep no pulse (beat strength 0.35 … 0.12), for long enough to tell (1.5 … 6 s).
 */
function syllables(input: PerceptualInput): number {
  return (
    ramp(input.modulationDb, 6, 11) *
    ramp(input.syllabicShare, 0.07, 0.12) *
    ramp(input.onsetsPerSecond, 1.5, 4) *
    (1 - ramp(input.beatStrength, 0.12, 0.35)) *
    ramp(input.durationSeconds, 1.5, 6)
  );
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
