import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import { BASS_CHANNEL, DRUM_CHANNEL, type TimedNote, type TrainingPiece } from "@/training/compose/composition";
import { worn } from "./augmentation";
import {
  addInto,
  between,
  driven,
  normalised,
  released,
  resampled,
  reverberated,
  SOUND_RATE_HZ,
} from "./signal-blocks";
import { plain } from "./single-sounds";

/** Synthesised sounds that a piece may be played on, by what they are. */
export type SoundBank = ReadonlyMap<Instrument, readonly Float32Array[]>;

const SOUNDS_PER_SHARE = 10;
const LONGEST_SOUND_SECONDS = 4;
/** Any of these may stand in for any drum. */
const STAND_INS: Instrument[] = ["percussion", "rim", "tom", "fx", "hi-hat", "cowbell", "kick", "mallet"];
const STAND_IN_CHANCE = 0.12;
const HAND_DRUMS: Instrument[] = ["tom", "percussion"];
/** What may play a drum of General MIDI; a drum that is not listed is played by a stand-in. */
const DRUMS: Record<number, Instrument[]> = {
  ...{ 35: ["kick"], 36: ["kick"], 37: ["rim", "percussion"] },
  ...{ 38: ["snare", "snare", "snare", "clap"], 39: ["clap", "snare"], 40: ["snare", "snare", "clap", "rim"] },
  ...{ 41: HAND_DRUMS, 45: HAND_DRUMS, 47: HAND_DRUMS, 50: HAND_DRUMS, 62: HAND_DRUMS, 63: HAND_DRUMS },
  ...{ 42: ["hi-hat", "hi-hat", "hi-hat", "percussion"], 44: ["hi-hat", "hi-hat", "percussion"] },
  ...{ 46: ["hi-hat", "cymbal"], 51: ["cymbal", "hi-hat"], 59: ["cymbal", "hi-hat"] },
  ...{ 53: ["cowbell", "bell"], 54: ["hi-hat", "percussion"], 56: ["cowbell", "rim"] },
};
const BASSES: Instrument[] = ["bass", "bass", "synth"];
const TUNED: Instrument[] = ["synth", "synth", "bell", "mallet", "voice", "bass", "fx"];
/** A sound is moved by so many semitones at most. */
const FURTHEST = 12;

type Voice = { sound: Float32Array; pitch: number; gain: number };

/** The sounds of one seed. No sound is in the banks of two seeds. */
export function soundBank(seed: number): SoundBank {
  const bank = new Map<Instrument, Float32Array[]>();
  const wanted = new Set([...STAND_INS, ...BASSES, ...TUNED, ...Object.values(DRUMS).flat()]);
  for (const { label, signal } of plain(SOUNDS_PER_SHARE, seed, (each) => wanted.has(each))) {
    const sound = normalised(signal.slice(0, LONGEST_SOUND_SECONDS * SOUND_RATE_HZ));
    bank.set(label, [...(bank.get(label) ?? []), sound]);
  }
  return bank;
}

/**
 * Plays a piece on sounds drawn from the bank, one for each drum and part, some of them worn; the mix may be in a room
 * or driven. So the sound differs from piece to piece, as on records, and only the timing can be learned. Mono at
 * `SOUND_RATE_HZ`.
 */
export function playOnMachines(piece: TrainingPiece, bank: SoundBank): Float32Array {
  const random = new SeededRandom(piece.seed * 7_368_787 + 11);
  const out = new Float32Array(Math.round(piece.durationSeconds * SOUND_RATE_HZ));
  const voices = new Map<string, Voice>();
  const moved = new Map<string, Float32Array>();
  for (const note of piece.notes) {
    const part = note.channel === DRUM_CHANNEL ? `drum ${note.pitch}` : `part ${note.channel}`;
    const voice = voices.get(part) ?? drawVoice(note, bank, random);
    voices.set(part, voice);
    const semitones = Math.max(-FURTHEST, Math.min(FURTHEST, note.pitch - voice.pitch));
    const pitched = moved.get(`${part} ${semitones}`) ?? resampled(voice.sound, 2 ** (semitones / 12));
    moved.set(`${part} ${semitones}`, pitched);
    const gain = voice.gain * (note.velocity / 127) ** 1.5;
    const sound = note.channel === DRUM_CHANNEL ? pitched : released(pitched, note.lengthSeconds);
    addInto(out, sound, gain, note.startSeconds);
  }
  return mastered(out, random);
}

function drawVoice({ channel, pitch }: TimedNote, bank: SoundBank, random: SeededRandom): Voice {
  const labels = channel === DRUM_CHANNEL ? drumLabels(pitch, random) : channel === BASS_CHANNEL ? BASSES : TUNED;
  const sound = random.pick(bank.get(random.pick(labels)) ?? []);
  const heard = random.chance(0.5) ? normalised(worn(sound, random, [0.75, 1.4])) : sound;
  return { sound: heard, pitch, gain: between(random, 0.25, 1) };
}

const drumLabels = (pitch: number, random: SeededRandom): Instrument[] =>
  random.chance(STAND_IN_CHANCE) ? STAND_INS : (DRUMS[pitch] ?? STAND_INS);

function mastered(signal: Float32Array, random: SeededRandom): Float32Array {
  let out = normalised(signal);
  if (random.chance(0.3)) {
    const room = reverberated(out, random, between(random, 0.15, 1.5), random.between(0.05, 0.4));
    out = normalised(room.slice(0, signal.length));
  }
  return random.chance(0.3) ? driven(out, between(random, 1.2, 6)) : out;
}
