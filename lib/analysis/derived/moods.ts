import { measured, silent } from "@/lib/analysis/extractors/measured";
import { valueStep } from "@/lib/analysis/extractors/step";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { type Mood, type Moods, moodsValue } from "@/lib/analysis/record/values/moods";
import { fall, ramp } from "./ramp";

/** What moods are computed from. Energy, valence, brightness, harmonicity and beat strength are 0 … 1. */
export type MoodInput = {
  kind: SoundKind["label"];
  durationSeconds: number;
  energy: number;
  valence: number;
  brightness: number;
  harmonicity: number;
  beatStrength: number;
  onsetsPerSecond: number;
};

export const moodsStep = valueStep(moodsValue, {
  needs: ["perceptual", "timbre", "kind", "movement"],
  compute({ perceptual, timbre, kind, movement: { beatStrength, events }, durationSeconds }) {
    if (!perceptual || !timbre || !kind) return silent();
    const { energy, valence } = perceptual;
    const { brightness, harmonicity } = timbre;
    return measured(
      moodsOf({
        kind: kind.label,
        durationSeconds,
        onsetsPerSecond: events.perSecond,
        ...{ energy, valence, brightness, harmonicity, beatStrength },
      }),
    );
  },
});

/** Moods come from formulas, not from listeners. */
export const MOOD_CONFIDENCE_MAX = 0.6;
/** A mood is named from this score on. */
const NAMED_SCORE = 0.5;
const MOODS_MAX = 4;
const SETTLED_SECONDS = 10;
/** A single sound has no mood beyond its colour. */
const COLOURS: readonly Mood[] = ["dark", "bright"];

/** Up to four moods, most certain first. A single sound is only called dark or bright. */
export function moodsOf(input: MoodInput): Moods {
  const single = input.kind === "one-shot";
  const heard = single ? 1 : Math.min(1, input.durationSeconds / SETTLED_SECONDS);
  return (Object.entries(moodScores(input)) as [Mood, number][])
    .filter(([label, score]) => score >= NAMED_SCORE && (!single || COLOURS.includes(label)))
    .map(([label, score]) => ({ label, confidence: MOOD_CONFIDENCE_MAX * score * heard }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOODS_MAX);
}

/**
 * Scores from 0 to 1. Each is a product of ramps, so it rises or falls steadily with every value it depends on.
 * The plane of valence and energy: Russell, "A circumplex model of affect", 1980; the limits are ours.
 */
export function moodScores(input: MoodInput): Record<Mood, number> {
  const { energy, valence, brightness, harmonicity, beatStrength, onsetsPerSecond } = input;
  return {
    happy: ramp(valence, 0.5, 0.75) * ramp(energy, 0.25, 0.5),
    sad: fall(valence, 0.25, 0.5) * fall(energy, 0.3, 0.55),
    calm: fall(energy, 0.2, 0.5) * fall(onsetsPerSecond, 1.5, 6),
    energetic: ramp(energy, 0.45, 0.75) * ramp(beatStrength, 0, 0.3),
    aggressive: ramp(energy, 0.55, 0.8) * fall(harmonicity, 0.25, 0.6) * fall(valence, 0.4, 0.7),
    tense: fall(valence, 0.25, 0.5) * ramp(energy, 0.3, 0.55) * fall(harmonicity, 0.4, 0.85),
    dark: fall(brightness, 0.08, 0.25),
    bright: ramp(brightness, 0.45, 0.75),
    dreamy: fall(energy, 0.2, 0.5) * ramp(harmonicity, 0.35, 0.7) * fall(beatStrength, 0.1, 0.4),
    playful: ramp(valence, 0.5, 0.75) * ramp(onsetsPerSecond, 2, 5) * fall(energy, 0.5, 0.75),
  };
}
