import type { Style } from "./style";

/** What styles share: General MIDI programs, and how bands, machines and soloists play. */
export const POP = {
  chords: [0, 4, 5, 24, 25, 27, 48, 80, 88, 89],
  bass: [32, 33, 34, 38],
  melody: [0, 4, 24, 40, 56, 65, 73, 80, 81],
};
export const ELECTRONIC = {
  chords: [4, 5, 80, 81, 88, 89, 90, 91, 62],
  bass: [38, 39, 38],
  melody: [80, 81, 82, 84, 87, 4],
};
export const ACOUSTIC = { chords: [0, 24, 25, 46, 21], bass: [32, 43], melody: [40, 68, 71, 72, 73, 21, 22, 24] };
export const BAND: Pick<
  Style,
  "jitterMs" | "sway" | "swing" | "beatsPerBar" | "stepsPerBeat" | "melodyChance" | "drumChance"
> = {
  jitterMs: [0, 12],
  sway: [0, 0.01],
  swing: [0.5, 0.52],
  beatsPerBar: 4,
  stepsPerBeat: 4,
  melodyChance: 0.6,
  drumChance: 1,
};
export const MACHINE = { ...BAND, jitterMs: [0, 2] as [number, number], sway: [0, 0] as [number, number] };
export const SOLO = { ...BAND, drumChance: 0, drums: {}, melodyChance: 0.9 };
