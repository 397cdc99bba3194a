import { fitOf } from "@/lib/similarity/fits/fit";
import { keyFit } from "@/lib/similarity/fits/key-fit";
import type { FitFacts } from "@/lib/similarity/fits/schema";
import { tempoFit } from "@/lib/similarity/fits/tempo-fit";

/** How well a candidate fits; null if it is left out. */
export type Method = (sound: FitFacts, candidate: FitFacts) => number | null;

/** Whether tempo and key go together, as a search by filters would ask. What has no key or tempo passes. */
const filtered: Method = (sound, candidate) => {
  const key = sound.key && candidate.key ? keyFit(sound.key, candidate.key, 0) !== null : true;
  const tempo = sound.bpm && candidate.bpm ? tempoFit(sound.bpm, candidate.bpm) !== null : true;
  return key && tempo ? 1 : 0;
};

/** Of those that pass, the nearest in tempo and key first. */
const sorted: Method = (sound, candidate) => {
  const tempo = sound.bpm && candidate.bpm ? (tempoFit(sound.bpm, candidate.bpm)?.score ?? 0) : 0.7;
  const key = sound.key && candidate.key ? (keyFit(sound.key, candidate.key, 0)?.score ?? 0) : 0.7;
  return (filtered(sound, candidate) ?? 0) + tempo * key;
};

export const METHODS = {
  "key and tempo as filters": filtered,
  "the same, nearest first": sorted,
  "fits with": (sound, candidate) => fitOf(sound, candidate, { transpose: 2 })?.score ?? null,
} as const satisfies Record<string, Method>;
