import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  DRUM_CHANNEL,
  type Mode,
  PROGRESSIONS,
  SCALES,
  type TimedNote,
  type TrainingPiece,
} from "./composition";

/** Kick, rim, clap, hi-hat, tambourine, cowbell, claves, wood blocks. */
const STRIKES = [36, 37, 39, 42, 54, 56, 75, 76, 77];
/** Piano, organ, guitar, strings, pads. */
const CHORDS = [0, 4, 16, 24, 48, 50, 88, 89];
const SLOWEST_BPM = 60;
const FASTEST_BPM = 186;
const BEATS_PER_BAR = 4;

/**
 * One strike a beat and nothing between, like a metronome or a bare four on the floor, alone or under chords held for
 * bars. Nobody hears such a pulse at half its tempo, however fast it is or however slowly its harmony moves.
 */
export function composePulse(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 1597334677 + 11);
  const bpm = Math.round(SLOWEST_BPM * (FASTEST_BPM / SLOWEST_BPM) ** random.next());
  const beat = 60 / bpm;
  const bars = Math.max(1, Math.round(random.between(3, 16) / (beat * BEATS_PER_BAR)));
  const loop = random.chance(0.5);
  const beats = bars * BEATS_PER_BAR;
  const tonic = random.whole(0, 11);
  const mode = random.pick(["major", "minor"] as const);
  const harmony = random.chance(0.6) ? heldChords(random, { bars, beat, tonic, mode }) : [];
  const beatSeconds = Array.from({ length: beats }, (_, index) => index * beat);
  return {
    seed,
    style: harmony.length > 0 ? "pulse under chords" : "pulse",
    bpm,
    tonic,
    mode,
    beatsPerBar: BEATS_PER_BAR,
    beatSeconds,
    durationSeconds: beats * beat + (loop ? 0 : random.between(0.1, 0.9) * beat),
    loop,
    drumsOnly: harmony.length === 0,
    programs: [CHORD_CHANNEL, BASS_CHANNEL].map((channel) => ({ channel, program: random.pick(CHORDS) })),
    notes: [...strikes(random, beatSeconds), ...harmony],
  };
}

/** A strike on every beat; the first of a bar may be louder or on another instrument. */
function strikes(random: SeededRandom, beatSeconds: readonly number[]): TimedNote[] {
  const pitch = random.pick(STRIKES);
  const first = random.chance(0.3) ? random.pick(STRIKES) : pitch;
  const accent = random.chance(0.4) ? random.whole(5, 25) : 0;
  const spread = random.pick([0, 4]);
  return beatSeconds.map((startSeconds, index) => {
    const opens = index % BEATS_PER_BAR === 0;
    const velocity = Math.round(92 + (opens ? accent : 0) + random.bell() * spread);
    return { channel: DRUM_CHANNEL, pitch: opens ? first : pitch, startSeconds, lengthSeconds: 0.1, velocity };
  });
}

type Frame = { bars: number; beat: number; tonic: number; mode: Mode };

/** Triads with their roots in the bass, each held for one, two or four bars. */
function heldChords(random: SeededRandom, { bars, beat, tonic, mode }: Frame): TimedNote[] {
  const progression = random.pick(PROGRESSIONS[mode]);
  const every = random.pick([1, 2, 2, 4]);
  const velocity = random.whole(50, 84);
  const notes: TimedNote[] = [];
  for (let bar = 0; bar < bars; bar += every) {
    const degree = progression[(bar / every) % progression.length] ?? 0;
    const startSeconds = bar * BEATS_PER_BAR * beat;
    const lengthSeconds = Math.min(every, bars - bar) * BEATS_PER_BAR * beat * 0.98;
    const note = (channel: number, pitch: number) => ({ channel, pitch, startSeconds, lengthSeconds, velocity });
    const tones = [0, 2, 4].map((step) => 60 + tonic + tone(mode, degree + step));
    notes.push(...tones.map((pitch) => note(CHORD_CHANNEL, pitch)));
    notes.push(note(BASS_CHANNEL, 36 + ((tonic + tone(mode, degree)) % 12)));
  }
  return notes;
}

/** Semitones of a scale degree above the tonic. */
const tone = (mode: Mode, degree: number) => (SCALES[mode][degree % 7] ?? 0) + 12 * Math.floor(degree / 7);
