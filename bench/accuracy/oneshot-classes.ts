import type { Instrument } from "@/lib/analysis/record/labels";

/**
 * What an answer counts as when single sounds are scored: twelve classes, and guitar, of which a set may have a few.
 * Sounds called noise, ambient and effect shade into one another, so they are one class.
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

/** The class that a labelled set's name of a single sound stands for. */
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

/** The class of a set's own name, null for one that is not scored. */
export const expectedClass = (name: string): OneShotClass | null => BY_NAME[name] ?? null;

/** The class of the analyser's first label; null, and so wrong, for one outside the classes. */
export const answeredClass = (label: Instrument | undefined): OneShotClass | null =>
  label === undefined ? null : (BY_LABEL[label] ?? null);
