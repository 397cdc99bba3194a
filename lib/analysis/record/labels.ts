/** What a sound may be made with, or be. */
export const INSTRUMENTS = [
  "kick",
  "snare",
  "rim",
  "clap",
  "hi-hat",
  "cymbal",
  "tom",
  "cowbell",
  "percussion",
  "bass",
  "guitar",
  "piano",
  "organ",
  "strings",
  "brass",
  "woodwind",
  "voice",
  "speech",
  "synth",
  "bell",
  "mallet",
  "fx",
  "ambience",
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Those the generator of the training music has at least two ways of playing, and that can then be told apart. */
export const GENRES = [
  "pop",
  "rock",
  "metal",
  "ballad",
  "funk",
  "blues",
  "jazz",
  "bossa nova",
  "latin",
  "reggae",
  "hip-hop",
  "trap",
  "house",
  "techno",
  "trance",
  "drum and bass",
  "folk",
  "classical",
  "ambient",
] as const;
export type Genre = (typeof GENRES)[number];

export const MOODS = [
  "happy",
  "sad",
  "calm",
  "energetic",
  "aggressive",
  "tense",
  "dark",
  "bright",
  "dreamy",
  "playful",
] as const;
export type Mood = (typeof MOODS)[number];
