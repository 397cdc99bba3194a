import { closeRelative } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { Mood } from "@/lib/analysis/record/values/moods";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { isClaimed } from "@/lib/format/confidence";

// What is said of a sound, in no language yet: only what was measured, and nothing that is no more than a guess.

/** What a description is made of, besides length and loudness. */
export const DESCRIBED = [
  "tempo",
  "key",
  "spectral",
  "timbre",
  "rhythm",
  "stereo",
  "perceptual",
  "kind",
  "pitch",
  "sections",
  "instruments",
  "genres",
  "moods",
] as const;

export type Described = Pick<AnalysisRecord, "durationSeconds" | "loudness"> &
  Partial<Pick<AnalysisRecord, (typeof DESCRIBED)[number]>>;

export const LOUD_LUFS = -9;
const QUIET_LUFS = -24;
/** Tempos that make a sound slow or fast. */
export const SLOW_BELOW_BPM = 85;
export const FAST_ABOVE_BPM = 140;
/** What a sound is called besides its kind. */
export type CharacterWord =
  | "bright"
  | "dark"
  | "energetic"
  | "calm"
  | "warm"
  | "noisy"
  | "soft"
  | "punchy"
  | "danceable"
  | "busy"
  | "sparse";
/** Moods that read better as adjectives of the sound than as a sentence of their own. */
const ADJECTIVES: ReadonlySet<Mood> = new Set(["bright", "dark", "energetic", "calm"]);
/** How many instruments a description names at most. */
const CAST_MAX = 5;

export function claimedKind({ kind }: Described): SoundKind["label"] | null {
  return kind && isClaimed(kind) ? kind.label : null;
}

/**
 * Adjectives, the most striking first. What is also a mood ("calm") is only taken from the moods, so that the words
 * never claim more than the list of moods does.
 */
export function characterWords(sound: Described): CharacterWord[] {
  const { timbre, spectral, perceptual, rhythm } = sound;
  const words: [word: CharacterWord, distinctness: number][] = (sound.moods ?? [])
    .filter((mood) => ADJECTIVES.has(mood.label) && isClaimed(mood))
    .map(({ label, confidence }) => [label as CharacterWord, confidence]);
  if (timbre && isClaimed(timbre)) {
    const { warmth, attackSeconds } = timbre;
    words.push(["warm", (warmth - 0.4) / 0.4], ["noisy", noisiness(timbre, spectral)]);
    if (attackSeconds !== null)
      words.push(["soft", (attackSeconds - 0.06) / 0.2], ["punchy", (0.008 - attackSeconds) / 0.01]);
  }
  if (claimedKind(sound) !== "one-shot") {
    if (perceptual && isClaimed(perceptual)) words.push(["danceable", (perceptual.danceability - 0.6) / 0.3]);
    if (rhythm && isClaimed(rhythm)) {
      words.push(["busy", (rhythm.onsetsPerSecond - 5) / 4], ["sparse", (1.2 - rhythm.onsetsPerSecond) / 1]);
    }
  }
  return words
    .filter(([, distinctness]) => distinctness > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
}

/**
 * Above 0 for a sound that is neither harmonic nor a tone. A low or gliding tone has no harmonics to be heard by
 * either, but its spectrum is far from flat.
 */
export function noisiness({ harmonicity }: Timbre, spectral: Described["spectral"]): number {
  return spectral ? Math.min((0.25 - harmonicity) / 0.2, (spectral.flatness - 0.2) / 0.3) : 0;
}

/** Those worth naming, most certain first. */
export function claimedLabels<Label extends string>(
  items: readonly { label: Label; confidence: number }[] | null | undefined,
): Label[] {
  return (items ?? []).filter(isClaimed).map(({ label }) => label);
}

/** The tempo; null if there is none to speak of. */
export const claimedBpm = ({ tempo }: Described): number | null => (tempo && isClaimed(tempo) ? tempo.bpm : null);

/** The key, and its relative if it could be that as well. */
export function claimedKeys({ key }: Described): Pick<NonNullable<AnalysisRecord["key"]>, "tonic" | "mode">[] {
  if (!key || !isClaimed(key)) return [];
  const relative = closeRelative(key);
  return relative ? [key, relative] : [key];
}

/** The note of a single sound, and how many cents beside it, if one hears that. */
export function claimedNote({ pitch }: Described): { note: string; cents: number } | null {
  if (!pitch || !isClaimed(pitch)) return null;
  const cents = Math.round(pitch.cents);
  return { note: pitch.note, cents: Math.abs(cents) < 5 ? 0 : cents };
}

/** How many beats a loop has, if they are whole. */
export function wholeBeats(sound: Described): number | null {
  const bpm = claimedBpm(sound);
  const beats = bpm === null ? 0 : (sound.durationSeconds * bpm) / 60;
  return bpm !== null && Math.abs(beats - Math.round(beats)) < 0.08 ? Math.round(beats) : null;
}

/** How many parts a track has, and whether some return. Null if it is one. */
export function partsOf({ sections }: Described): { count: number; doReturn: boolean } | null {
  const count = sections?.length ?? 0;
  const doReturn = count > new Set(sections?.map(({ label }) => label)).size;
  return doReturn || count > 1 ? { count, doReturn } : null;
}

/** Genre and mood. Bright or dark is already among the adjectives, and a mood alone says little of a single sound. */
export function styleOf(sound: Described): { genre: string | null; mood: Mood | null } {
  const genre = claimedLabels(sound.genres)[0] ?? null;
  const mood = claimedLabels(sound.moods).find((label) => !ADJECTIVES.has(label)) ?? null;
  return { genre, mood: genre !== null || claimedKind(sound) !== "one-shot" ? mood : null };
}

/** The instruments in a loop or a track. For a single sound the opening names them. */
export const castOf = (sound: Described): Instrument[] =>
  claimedKind(sound) === "one-shot" ? [] : claimedLabels(sound.instruments).slice(0, CAST_MAX);

/** Null if there is nothing to say about it. */
export function levelOf(sound: Described): { lufs: number; is: "loud" | "quiet" | null; isWide: boolean } | null {
  const { integratedLufs, rangeLu } = sound.loudness;
  if (integratedLufs === null) return null;
  const isWide = claimedKind(sound) === "track" && rangeLu !== null && rangeLu > 12;
  const is = integratedLufs > LOUD_LUFS ? "loud" : integratedLufs < QUIET_LUFS ? "quiet" : null;
  return is || isWide ? { lufs: integratedLufs, is, isWide } : null;
}

export function stereoOf({ stereo }: Described): "cancels" | "same" | "left" | "right" | "wide" | null {
  if (!stereo) return null;
  if (stereo.monoCompatibility < 0.7) return "cancels";
  if (stereo.width < 0.01) return "same";
  if (Math.abs(stereo.balance) > 0.5) return stereo.balance > 0 ? "right" : "left";
  return stereo.width > 0.35 ? "wide" : null;
}

export const faultsOf = ({ loudness }: Described): { clips: number; hasOffset: boolean } => ({
  clips: loudness.clippingRuns,
  hasOffset: Math.abs(loudness.dcOffset) > 0.01,
});
