/** Pitch classes (0 = C … 11 = B) by every name that labels and other tools use. */
const PITCH_CLASSES: Record<string, number> = {
  ...{ C: 0, "C#": 1, Db: 1, D: 2, "D#": 3, Eb: 3, E: 4, F: 5, "F#": 6, Gb: 6, G: 7, "G#": 8, Ab: 8, A: 9 },
  ...{ "A#": 10, Bb: 10, B: 11 },
};

/** The pitch class of a name such as "Ab"; null if it is not one. */
export const pitchClassNamed = (name: string): number | null => PITCH_CLASSES[name] ?? null;
