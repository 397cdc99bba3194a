import type { SoundSettings } from "./sound-settings";
import type { PlainKey, Track, Tuning } from "./track";

const LOWEST_TEMPO = 0.35;
const HIGHEST_TEMPO = 2.9;

/**
 * The rate that brings a tempo to a multiple or part by two of the wanted one, whichever is nearest: 87 BPM go with 174
 * as they are. Between √½ and √2.
 */
export function foldedRate(bpm: number, wantedBpm: number): number {
  const octaves = Math.log2(wantedBpm / bpm);
  return 2 ** (octaves - Math.round(octaves));
}

/** The tonic of the major key with the same signature: A minor goes with C major. */
const signature = ({ tonic, mode }: PlainKey): number => (mode === "major" ? tonic : tonic + 3) % 12;

/** The fewest semitones, between −6 and 6, from a key to another or its relative, where the pitch is moved already. */
export function semitonesTo(key: PlainKey, wanted: PlainKey, movedSemitones = 0): number {
  const distance = signature(wanted) - signature(key) - movedSemitones;
  return distance - 12 * Math.round(distance / 12);
}

export const semitonesOf = (pitch: number): number => 12 * Math.log2(pitch);

/** How a track sounds with these settings. What is not known of it is left as it is. */
export function tuningOf({ bpm, key }: Pick<Track, "bpm" | "key">, settings: SoundSettings): Tuning {
  const match = bpm && settings.bpm ? foldedRate(bpm, settings.bpm) : 1;
  const tempo = Math.max(LOWEST_TEMPO, Math.min(HIGHEST_TEMPO, match * settings.rate));
  const pitch = settings.keepsPitch ? 1 : tempo;
  if (!key || !settings.key) return { tempo, pitch };
  return { tempo, pitch: pitch * 2 ** (semitonesTo(key, settings.key, semitonesOf(pitch)) / 12) };
}

/** Whether tempo and pitch change by different factors. */
export const needsStretching = ({ tempo, pitch }: Tuning): boolean => Math.abs(pitch / tempo - 1) > 1e-6;

/** Whether a media element can do it: it keeps the pitch, or moves it with the tempo. */
export const isForElement = (tuning: Tuning): boolean => Math.abs(tuning.pitch - 1) < 1e-6 || !needsStretching(tuning);
