import type { Perceptual } from "@/lib/analysis/record/values/perceptual";

export interface PerceptualScore {
  name: string;
  /** 0–1. */
  value: number;
  /** What it means and what makes it high. */
  explanation: string;
}

type ScoreName = Exclude<keyof Perceptual, "confidence">;

const SCORES: readonly [key: ScoreName, name: string, explanation: string][] = [
  ["energy", "Energy", "How intense and active it sounds: loud, bright, steady in level and full of notes."],
  ["danceability", "Danceability", "How well you can dance to it: a clear pulse near 120 BPM, with bass on the beat."],
  ["valence", "Valence", "How cheerful it sounds: high for major, fast and bright, low for minor and slow."],
  ["acousticness", "Acousticness", "How likely the instruments are acoustic: dark, dynamic and harmonic."],
  ["instrumentalness", "Instrumentalness", "How likely it has no singing or speech."],
  ["speechiness", "Speechiness", "How much it resembles speech: syllables and pauses instead of a pulse."],
  ["liveness", "Liveness", "How likely it was recorded live: wide, with background noise and loose timing."],
];

/** The seven scores in the order of the radar chart. */
export function perceptualScores(perceptual: Perceptual): PerceptualScore[] {
  return SCORES.map(([key, name, explanation]) => ({ name, value: perceptual[key], explanation }));
}
