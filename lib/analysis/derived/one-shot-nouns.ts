import type { Instrument } from "@/lib/analysis/record/values/instruments";

/** What a single sound of each instrument is called. */
export const ONE_SHOT_NOUNS: Record<Instrument, string> = {
  kick: "kick",
  snare: "snare",
  rim: "rim shot",
  clap: "clap",
  "hi-hat": "hi-hat",
  cymbal: "cymbal",
  tom: "tom",
  cowbell: "cowbell",
  percussion: "percussion hit",
  bass: "bass note",
  guitar: "guitar note",
  piano: "piano note",
  organ: "organ note",
  strings: "string note",
  brass: "brass note",
  woodwind: "woodwind note",
  voice: "voice",
  speech: "spoken word",
  synth: "synth sound",
  bell: "bell",
  mallet: "mallet note",
  fx: "effect",
  ambience: "ambience",
};
