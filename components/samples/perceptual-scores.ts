import type { Perceptual } from "@/lib/analysis/record/values/perceptual";
import { ENGLISH, msg, type Text } from "@/lib/language/text";

export interface PerceptualScore {
  name: string;
  /** 0–1. */
  value: number;
  /** What it means and what makes it high. */
  explanation: string;
}

type ScoreName = Exclude<keyof Perceptual, "confidence">;

const SCORES: readonly [key: ScoreName, name: string, explanation: string][] = [
  ["energy", msg("Energy"), msg("How intense and active it sounds: loud, bright, steady in level and full of notes.")],
  [
    "danceability",
    msg("Danceability"),
    msg("How well you can dance to it: a clear pulse near 120 BPM, with bass on the beat."),
  ],
  ["valence", msg("Valence"), msg("How cheerful it sounds: high for major, fast and bright, low for minor and slow.")],
  ["acousticness", msg("Acousticness"), msg("How likely the instruments are acoustic: dark, dynamic and harmonic.")],
  ["instrumentalness", msg("Instrumentalness"), msg("How likely it has no singing or speech.")],
  ["speechiness", msg("Speechiness"), msg("How much it resembles speech: syllables and pauses instead of a pulse.")],
  ["liveness", msg("Liveness"), msg("How likely it was recorded live: wide, with background noise and loose timing.")],
];

/** The seven scores in the order of the radar chart. */
export function perceptualScores(perceptual: Perceptual, t: Text = ENGLISH): PerceptualScore[] {
  return SCORES.map(([key, name, explanation]) => ({
    name: t(name),
    value: perceptual[key],
    explanation: t(explanation),
  }));
}
