import type { Instrument } from "@/lib/analysis/record/values/instruments";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { Shares } from "./distributions";

/** What a generated sample is of. */
export interface SoundClass {
  /** Its share of all samples. */
  share: number;
  kind: SoundKind["label"];
  /** The first is certain, the others are likely. */
  instruments: readonly Instrument[];
  /** As folders and file names call it. */
  names: readonly [string, ...string[]];
  folder: string;
  /** What is measured: a note, a key, or neither. */
  pitch: "note" | "key" | null;
}

const oneShot = (
  share: number,
  instrument: Instrument,
  folder: string,
  names: SoundClass["names"],
  pitch: "note" | null = null,
): SoundClass => ({ share, kind: "one-shot", instruments: [instrument], names, folder, pitch });

const loop = (
  share: number,
  instruments: readonly Instrument[],
  folder: string,
  names: SoundClass["names"],
  pitch: "key" | null = null,
): SoundClass => ({ share, kind: "loop", instruments, names, folder, pitch });

/** Roughly what sample folders hold: mostly drums, then loops, some melodic sounds, few whole tracks. */
export const SOUND_CLASSES: readonly SoundClass[] = [
  oneShot(0.12, "kick", "Kicks", ["Kick", "KICK", "BD", "Kick Drum", "808 Kick"]),
  oneShot(0.1, "snare", "Snares", ["Snare", "SD", "SNR", "Snare"]),
  oneShot(0.1, "hi-hat", "Hats", ["Hat", "HiHat", "HH", "Closed Hat", "OpenHat"]),
  oneShot(0.05, "clap", "Claps", ["Clap", "CLP", "HandClap"]),
  oneShot(0.075, "percussion", "Percussion", ["Perc", "Percussion", "Shaker", "Conga", "Bongo", "Tabla"]),
  oneShot(0.035, "cymbal", "Cymbals", ["Crash", "Ride", "Cymbal", "Becken"]),
  oneShot(0.025, "tom", "Toms", ["Tom", "FloorTom", "TOM"]),
  oneShot(0.015, "rim", "Rims", ["Rim", "Rimshot", "Sidestick"]),
  oneShot(0.004, "cowbell", "Percussion", ["Cowbell", "Kuhglocke"]),
  oneShot(0.05, "bass", "Bass", ["Bass", "808", "Sub", "BassShot"], "note"),
  oneShot(0.06, "synth", "Synth", ["Synth", "Stab", "Pluck", "Lead", "Chord"], "note"),
  oneShot(0.012, "guitar", "Guitar", ["Guitar", "Gitarre", "Gtr"], "note"),
  oneShot(0.015, "piano", "Keys", ["Piano", "Rhodes", "Keys", "Flügel"], "note"),
  oneShot(0.006, "organ", "Keys", ["Organ", "Orgel"], "note"),
  oneShot(0.008, "bell", "Bells", ["Bell", "Glocke", "Chime"], "note"),
  oneShot(0.008, "mallet", "Mallets", ["Marimba", "Vibes", "Mallet", "Kalimba"], "note"),
  oneShot(0.025, "voice", "Vocals", ["Vox", "Vocal", "Adlib", "Stimme", "Ahh"], "note"),
  oneShot(0.004, "speech", "Vocals", ["Spoken", "Phrase"]),
  oneShot(0.06, "fx", "FX", ["FX", "Riser", "Impact", "Sweep", "Downlifter", "Whoosh", "Geräusch"]),
  loop(0.065, ["kick", "snare", "hi-hat"], "Drum Loops", ["DrumLoop", "Drums", "Beat", "Break", "Groove"]),
  loop(0.03, ["hi-hat", "percussion"], "Top Loops", ["TopLoop", "Tops", "HatLoop", "PercLoop"]),
  loop(0.03, ["bass"], "Bass Loops", ["BassLoop", "Bassline", "BASS"], "key"),
  loop(0.03, ["synth"], "Synth Loops", ["SynthLoop", "ArpLoop", "PluckLoop", "Lead Loop", "Pad"], "key"),
  loop(0.012, ["guitar"], "Guitar Loops", ["GuitarLoop", "Gitarre", "Riff"], "key"),
  loop(0.013, ["piano"], "Keys Loops", ["PianoLoop", "Chords", "KeysLoop", "Akkorde"], "key"),
  loop(0.006, ["strings"], "Strings", ["Strings", "Streicher", "CelloLoop"], "key"),
  loop(0.004, ["brass", "woodwind"], "Horns", ["Brass", "Horns", "SaxLoop", "Bläser"], "key"),
  loop(0.008, ["voice"], "Vocal Loops", ["VocalLoop", "VoxLoop", "Hook"], "key"),
  {
    share: 0.02,
    kind: "track",
    instruments: ["ambience", "fx"],
    names: ["Atmo", "Field", "Rain", "Ambience", "Regen"],
    folder: "Atmos",
    pitch: null,
  },
  {
    share: 0.015,
    kind: "track",
    instruments: ["kick", "hi-hat", "bass", "synth"],
    names: ["Track"],
    folder: "Tracks",
    pitch: "key",
  },
  {
    share: 0.012,
    kind: "track",
    instruments: ["snare", "bass", "guitar", "voice"],
    names: ["Song"],
    folder: "Songs",
    pitch: "key",
  },
  { share: 0.008, kind: "track", instruments: ["piano", "strings"], names: ["Piece"], folder: "Pieces", pitch: "key" },
];

export const classShares = new Shares(SOUND_CLASSES.map(({ share }) => share));
