import type { Instrument } from "@/lib/analysis/record/values/instruments";

/**
 * The classes in which single sounds are scored: twelve, and guitar, of which a set may have a few. Sounds called noise,
 * ambient and effect cannot be told apart clearly, so they are one class.
 */
export const ONE_SHOT_CLASSES = [
  "kick",
  "snare",
  "hi-hat",
  "cymbal",
  "tom",
  "cowbell",
  "percussion",
  "bass",
  "bell",
  "voice",
  "synth",
  "fx",
  "guitar",
] as const;
export type OneShotClass = (typeof ONE_SHOT_CLASSES)[number];

/** The class for the name that a labelled set gives a single sound. */
const BY_NAME: Record<string, OneShotClass> = {
  ...{ kick: "kick", snare: "snare", hihat: "hi-hat", "hi-hat": "hi-hat", cymbal: "cymbal", tom: "tom" },
  ...{ cowbell: "cowbell", percussion: "percussion", tabla: "percussion", bass: "bass", guitar: "guitar" },
  ...{ bell: "bell", voice: "voice", speech: "voice", synth: "synth" },
  ...{ fx: "fx", noise: "fx", ambient: "fx", ambience: "fx" },
};

const BY_LABEL: Partial<Record<Instrument, OneShotClass>> = {
  ...{ kick: "kick", snare: "snare", "hi-hat": "hi-hat", cymbal: "cymbal", tom: "tom", cowbell: "cowbell" },
  ...{ percussion: "percussion", bass: "bass", guitar: "guitar", bell: "bell", voice: "voice", speech: "voice" },
  ...{ synth: "synth", fx: "fx", ambience: "fx" },
};

/** The class for a set's own name; null if it is not scored. */
export const expectedClass = (name: string): OneShotClass | null => BY_NAME[name] ?? null;

/** The class of the analyser's first label; null, which is wrong, if the label belongs to none. */
export const answeredClass = (label: Instrument | undefined): OneShotClass | null =>
  label === undefined ? null : (BY_LABEL[label] ?? null);
