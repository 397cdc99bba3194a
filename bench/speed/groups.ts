import { VALUE_NAMES, type ValueName } from "@/lib/analysis/record/measured-values";

/** Values that are measured or left out together. */
export const SPEED_GROUPS: Record<string, readonly ValueName[]> = {
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

/** All other values. What they are derived from is still computed. */
export const allBut = (group: readonly ValueName[]) => VALUE_NAMES.filter((name) => !group.includes(name));
