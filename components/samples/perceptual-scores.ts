import type { Perceptual } from "@/lib/analysis/record/schema";

export interface PerceptualScore {
  name: string;
  /** 0–1. */
  value: number;
  /** What it tells, and from what. */
  explanation: string;
}

type ScoreName = Exclude<keyof Perceptual, "confidence">;

const SCORES: readonly [key: ScoreName, name: string, explanation: string][] = [
  ["energy", "Energy", "How intense and active it is: loud, bright, even and full of notes."],
  ["danceability", "Danceability", "How well one moves to it: a clear pulse near 120 BPM, with bass on it."],
  ["valence", "Valence", "How cheerful its mood is: major, fast and bright is high, minor and slow is low."],
  ["acousticness", "Acousticness", "How likely it is played on acoustic instruments: dark, dynamic, harmonic."],
  ["instrumentalness", "Instrumentalness", "How likely nobody sings or speaks."],
  ["speechiness", "Speechiness", "How much it is like speech: syllables and pauses instead of a pulse."],
  ["liveness", "Liveness", "How likely it was recorded in a room: wide, with a floor of noise, freely timed."],
];

/** The seven scores in the order of the radar. */
export function perceptualScores(perceptual: Perceptual): PerceptualScore[] {
  return SCORES.map(([key, name, explanation]) => ({ name, value: perceptual[key], explanation }));
}
