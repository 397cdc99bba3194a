import { sharedLoudness } from "./band-shares";
import { keyFit } from "./key-fit";
import { formReason, keyReason, roleReason, roomReason, tempoReason } from "./reasons";
import { roleClash } from "./roles";
import type { Fit, FitFacts, FitPart, FitReason } from "./schema";
import { tempoFit } from "./tempo-fit";

/**
 * How much each part counts. Tempo and key decide whether two sounds can be heard together at all, role and room whether
 * they should be. The best on half of the arrangements of `bench/fits` was a wide plateau; on it, role has as much weight
 * as it can, because one bass under another is of no use to anybody.
 */
export const FIT_WEIGHTS: Record<FitPart, number> = { key: 3, tempo: 3, role: 2, room: 0.5, form: 0.1 };
/** What a part scores where nothing is known of it, or where it does not apply. */
const UNKNOWN = 0.7;
/** No part alone makes a fit impossible that the gates have let through. */
const LEAST = 0.02;
/** From here on, a tempo and both keys together are sure enough to say that they do not fit. */
const SURE = 0.5;
/** How much of a part is lost where two sounds do the same, and where all their loudness lies in the same bands. */
const ROLE_LOSS = 0.9;
const ROOM_LOSS = 0.5;
const OTHER_METRE = 0.4;
const ODD_BARS = 0.75;

/**
 * How well a candidate goes under or over a sound. Each part scores 0–1. The score is their weighted geometric mean, so
 * that one bad part cannot be made up for by others.
 * Null if it cannot go with it: the tempo is too far off to be stretched, or the key to be moved.
 */
export function fitOf(sound: FitFacts, candidate: FitFacts, { transpose }: { transpose: number }): Fit | null {
  const key = sound.key && candidate.key && keyFit(sound.key, candidate.key, transpose);
  const keySure = sound.keyConfidence * candidate.keyConfidence;
  if (sound.key && candidate.key && !key && keySure >= SURE) return null;
  const tempo = sound.bpm && candidate.bpm ? tempoFit(sound.bpm, candidate.bpm) : null;
  const tempoSure = Math.min(sound.bpmConfidence, candidate.bpmConfidence);
  if (sound.bpm && candidate.bpm && !tempo && tempoSure >= SURE) return null;

  const clash = roleClash(sound.roles, candidate.roles);
  const shared = sound.bands && candidate.bands ? sharedLoudness(sound.bands, candidate.bands) : null;
  const scores: Record<FitPart, number> = {
    key: sound.key && candidate.key ? (key?.score ?? 0) : UNKNOWN,
    tempo: sound.bpm && candidate.bpm ? (tempo?.score ?? 0) : UNKNOWN,
    role: clash === null ? UNKNOWN : 1 - ROLE_LOSS * clash,
    room: shared === null ? UNKNOWN : 1 - ROOM_LOSS * shared,
    form: formScore(sound, candidate),
  };
  const reasons: (FitReason | null)[] = [
    keyReason(scores.key, sound, candidate, key),
    tempoReason(scores.tempo, sound, candidate, tempo),
    roleReason(scores.role, sound, candidate),
    roomReason(scores.room, shared),
    formReason(scores.form, sound, candidate),
  ];
  return {
    score: meanOf(scores),
    transposeSemitones: key?.semitones ?? 0,
    stretchPercent: tempo ? Math.round(tempo.stretch * 1000) / 10 + 0 : 0,
    reasons: reasons.filter((reason) => reason !== null).sort((a, b) => b.score - a.score),
  };
}

/** What the score is at most, from what is known without the record. Never below `fitOf`. */
export function bestPossibleFit(sound: FitFacts, candidate: Pick<FitFacts, "key" | "bpm">, transpose: number): number {
  const key = sound.key && candidate.key ? (keyFit(sound.key, candidate.key, transpose)?.score ?? 0) : UNKNOWN;
  const tempo = sound.bpm && candidate.bpm ? (tempoFit(sound.bpm, candidate.bpm)?.score ?? 0) : UNKNOWN;
  return meanOf({ key, tempo, role: 1, room: 1, form: 1 });
}

function meanOf(scores: Record<FitPart, number>): number {
  let weights = 0;
  let sum = 0;
  for (const [part, weight] of Object.entries(FIT_WEIGHTS) as [FitPart, number][]) {
    weights += weight;
    sum += weight * Math.log(Math.max(LEAST, scores[part]));
  }
  return Math.exp(sum / weights);
}

/** Loops that repeat together need the same metre and lengths of which one goes into the other. */
function formScore(sound: FitFacts, candidate: FitFacts): number {
  const isOtherMetre =
    sound.beatsPerBar !== null && candidate.beatsPerBar !== null && sound.beatsPerBar !== candidate.beatsPerBar;
  const metre = isOtherMetre ? OTHER_METRE : 1;
  if (sound.loopBars === null || candidate.loopBars === null) return metre;
  const [short, long] = [sound.loopBars, candidate.loopBars].sort((a, b) => a - b) as [number, number];
  return metre * (long % short === 0 ? 1 : ODD_BARS);
}
