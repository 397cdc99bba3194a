import type { Dictionary } from "@/lib/language/text";

/** How a sample sounds to a listener: scores and labels. */
export const CHARACTER: Dictionary = {
  "Perceptual scores": "Höreindruck",
  "Radar of the seven scores": "Netzdiagramm der sieben Werte",
  "The seven scores and what they mean": "Die sieben Werte und ihre Bedeutung",
  Energy: "Energie",
  "How intense and active it sounds: loud, bright, steady in level and full of notes.":
    "Wie intensiv und lebhaft es klingt: laut, hell, gleichmäßig im Pegel und voller Töne.",
  Danceability: "Tanzbarkeit",
  "How well you can dance to it: a clear pulse near 120 BPM, with bass on the beat.":
    "Wie gut man dazu tanzen kann: ein klarer Puls um 120 BPM, mit Bass auf dem Schlag.",
  Valence: "Heiterkeit",
  "How cheerful it sounds: high for major, fast and bright, low for minor and slow.":
    "Wie fröhlich es klingt: hoch bei Dur, schnell und hell, niedrig bei Moll und langsam.",
  Acousticness: "Akustik",
  "How likely the instruments are acoustic: dark, dynamic and harmonic.":
    "Wie wahrscheinlich die Instrumente akustisch sind: dunkel, dynamisch und obertonreich.",
  Instrumentalness: "Instrumentalität",
  "How likely it has no singing or speech.": "Wie wahrscheinlich darin weder gesungen noch gesprochen wird.",
  Speechiness: "Sprachanteil",
  "How much it resembles speech: syllables and pauses instead of a pulse.":
    "Wie sehr es an Sprache erinnert: Silben und Pausen statt eines Pulses.",
  Liveness: "Live-Eindruck",
  "How likely it was recorded live: wide, with background noise and loose timing.":
    "Wie wahrscheinlich es live aufgenommen wurde: breit, mit Nebengeräuschen und freiem Timing.",
  "None is certain.": "Nichts davon ist sicher.",
  "Perhaps {guesses}": "Vielleicht {guesses}",

  kick: "Kick",
  snare: "Snare",
  rim: "Rim",
  clap: "Clap",
  "hi-hat": "Hi-Hat",
  cymbal: "Becken",
  tom: "Tom",
  cowbell: "Cowbell",
  percussion: "Percussion",
  bass: "Bass",
  guitar: "Gitarre",
  piano: "Klavier",
  organ: "Orgel",
  strings: "Streicher",
  brass: "Blechbläser",
  woodwind: "Holzbläser",
  voice: "Stimme",
  speech: "Sprache",
  synth: "Synthesizer",
  bell: "Glocke",
  mallet: "Stabspiel",
  fx: "Effekt",
  ambience: "Atmosphäre",
  happy: "fröhlich",
  sad: "traurig",
  calm: "ruhig",
  energetic: "energiegeladen",
  aggressive: "aggressiv",
  tense: "angespannt",
  dark: "düster",
  bright: "hell",
  dreamy: "verträumt",
  playful: "verspielt",
};
