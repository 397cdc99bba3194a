import type { LevelShape } from "@/lib/dsp/level-envelope";
import type { OnsetEvents } from "@/lib/dsp/onset-events";
import { SOUND_KINDS, type SoundKind, type Tempo } from "./schema";

export type KindEvidence = {
  durationSeconds: number;
  shape: LevelShape;
  events: OnsetEvents;
  beatStrength: number;
  tempo: Tempo | null;
};

/** One-shot, loop or track, from length, events, decay and how the ends fit the beat. */
export function soundKind(evidence: KindEvidence): SoundKind {
  const scores = kindScores(evidence);
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const at = scores.indexOf(best);
  return { label: SOUND_KINDS[at] ?? "one-shot", confidence: (weights[at] ?? 1) / total };
}

/** Log odds of one-shot, loop and track. */
export function kindScores({ durationSeconds, shape, events, beatStrength, tempo }: KindEvidence): number[] {
  return [0, 0, 0];
}
