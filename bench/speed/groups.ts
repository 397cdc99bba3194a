import { EXTRACTORS, type ExtractorName } from "@/lib/analysis/record/constants";

/** Extractors that are switched on and off together. */
export const SPEED_GROUPS: Record<string, readonly ExtractorName[]> = {
  "loudness, true peak": ["loudness"],
  stereo: ["stereo"],
  "tempo, beats, metre, rhythm": ["tempo", "meter", "beats", "downbeats", "rhythm"],
  "key, chords, tuning": ["key", "keyChanges", "chords", "tuning", "atonality"],
  "spectrum, timbre": ["spectral", "timbre"],
  "kind, pitch, sections": ["kind", "pitch", "sections"],
  "instruments, genres, moods": ["instruments", "genres", "moods"],
  "scores, embedding, description": ["perceptual", "embedding", "description"],
  fingerprint: ["fingerprint"],
};

/** All other extractors. What they are derived from still runs. */
export const allBut = (group: readonly ExtractorName[]) => EXTRACTORS.filter((name) => !group.includes(name));
