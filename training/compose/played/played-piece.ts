import { SeededRandom } from "@/bench/statistics/seeded-random";
import { BASS_CHANNEL, CHORD_CHANNEL, MELODY_CHANNEL, type TrainingPiece } from "@/training/compose/composition";
import { METRES, type Metre } from "./bar-rhythms";
import { drawShare, drawTempo, type Shares } from "./drawing";
import { writePiano } from "./piano";
import type { Player } from "./played-timing";
import { type Frame, Sheet } from "./sheet";
import { writeSong } from "./song";
import { writeTune } from "./tune";

export const PLAYED_KINDS = ["piano", "tune", "tune with chords", "song"] as const;
export type PlayedKind = (typeof PLAYED_KINDS)[number];

/** A piece as people play it. Its beats need not begin with a downbeat, so the downbeats are told apart. */
export type PlayedPiece = TrainingPiece & { kind: string; meter: string; downbeatSeconds: number[] };

type KindPlan = {
  player: Player;
  metres: Shares<keyof typeof METRES>;
  tempo: (random: SeededRandom, metre: Metre) => number;
  /** Chance that there are beats before the first bar line. */
  pickupChance: number;
  programs: { melody: number[]; chords: number[]; bass: number[] };
  /** Writes the notes; returns whether drums play. */
  write: (sheet: Sheet) => void;
};

/** Beats a minute of performances of piano music by quarter octaves from 28, and of pop songs by eighths from 52. */
const PIANO_TEMPI = [3, 3.4, 3, 6, 7.3, 8, 14, 12.6, 13.1, 13.2, 6.5, 4.8, 3, 2];
const SONG_TEMPI = [1, 3, 9, 16, 9, 9, 9, 5, 9, 15, 10, 5, 3, 2, 1.5, 1.5, 1];
/** The notation of tunes gives no tempi; those of dances are customary. In beats as counted, by eighths of an octave. */
const TUNE_TEMPI = [2, 3, 4, 6, 7, 8, 9, 10, 10, 10, 8, 7, 6, 5, 4, 3];

const PIANOS = [0, 0, 0, 0, 0, 1, 2, 3, 4, 6];
const PIPES = [0, 21, 22, 24, 25, 40, 40, 41, 42, 68, 71, 72, 73, 74, 75, 78, 79, 105, 109, 110, 20, 56, 65];
const VOICES = [52, 53, 54, 85, 91, 0, 73, 65, 56, 40, 26, 80, 4, 71];

const PLANS: Record<PlayedKind, KindPlan> = {
  piano: {
    player: "pianist",
    metres: [
      ["4/4", 34],
      ["3/4", 26],
      ["2/4", 18],
      ["6/8", 14],
      ["12/8", 4],
      ["9/8", 3],
    ],
    tempo: (random, metre) => drawTempo(random, metre.compound ? 24 : 28.3, 2 ** 0.25, PIANO_TEMPI),
    pickupChance: 0.3,
    programs: { melody: PIANOS, chords: PIANOS, bass: PIANOS },
    write: writePiano,
  },
  tune: {
    player: "dancers",
    metres: [
      ["4/4", 40],
      ["6/8", 28],
      ["3/4", 20],
      ["2/4", 9],
      ["9/8", 3],
    ],
    tempo: tuneTempo,
    pickupChance: 0.8,
    programs: { melody: PIPES, chords: [24], bass: [24] },
    write: (sheet) => writeTune(sheet, false),
  },
  "tune with chords": {
    player: "dancers",
    metres: [
      ["4/4", 40],
      ["6/8", 28],
      ["3/4", 20],
      ["2/4", 9],
      ["9/8", 3],
    ],
    tempo: tuneTempo,
    pickupChance: 0.8,
    programs: { melody: PIPES, chords: [0, 0, 21, 24, 25, 46, 19, 48], bass: [0, 32, 43, 24] },
    write: (sheet) => writeTune(sheet, true),
  },
  song: {
    player: "band",
    metres: [
      ["4/4", 84],
      ["3/4", 9],
      ["6/8", 7],
    ],
    tempo: (random, metre) => drawTempo(random, metre.compound ? 40 : 52, 2 ** 0.125, SONG_TEMPI),
    pickupChance: 0.25,
    programs: { melody: VOICES, chords: [0, 0, 0, 4, 24, 25, 26, 48, 89, 16], bass: [0, 32, 33, 34, 38] },
    write: writeSong,
  },
};

function tuneTempo(random: SeededRandom, metre: Metre): number {
  return drawTempo(random, metre.compound ? 48 : 60, 2 ** 0.125, TUNE_TEMPI);
}

/** A piece of a kind by its seed, about half a minute of it. */
export function composePlayed(seed: number, kind: PlayedKind, seconds?: number): PlayedPiece {
  const random = new SeededRandom(seed * 2654435761 + 101);
  const plan = PLANS[kind];
  const metre = METRES[drawShare(random, plan.metres)];
  const bpm = plan.tempo(random, metre);
  const length = seconds ?? random.between(18, 30);
  // Excerpts begin anywhere; whole pieces begin with their upbeat or first bar.
  const skipped = random.chance(0.55) ? random.between(0, 8) : 0;
  const bars = Math.ceil(((length + skipped) * bpm) / 60 / metre.beatsPerBar) + 1;
  const pickup = random.chance(plan.pickupChance) ? 1 : 0;
  const mode = random.chance(0.65) ? "major" : "minor";
  const frame: Frame = { metre, bpm, player: plan.player, tonic: random.whole(0, 11), mode, bars, pickup };
  const sheet = new Sheet(random, frame);
  plan.write(sheet);
  const opening = skipped > 0 ? 0 : random.pick([0, 0, 0.05, random.between(0, 1.2)]);
  return finished(seed, kind, sheet, { skipped, opening, length, programs: plan.programs });
}

type Cut = { skipped: number; opening: number; length: number; programs: KindPlan["programs"] };

function finished(seed: number, kind: string, sheet: Sheet, { skipped, opening, length, programs }: Cut): PlayedPiece {
  const { random, frame, beats } = sheet;
  const { metre, pickup, tonic, mode } = frame;
  const moved = (seconds: number) => seconds - skipped + opening;
  const inside = (seconds: number) => seconds >= 0 && seconds < durationSeconds;
  const last = moved(beats.at(-2) as number);
  const durationSeconds = Math.min(length, last + random.between(0.2, 1));
  const heard = beats.map(moved).filter(inside);
  const steps = heard.slice(1).map((seconds, i) => seconds - (heard[i] as number));
  const middle = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 60 / frame.bpm;
  return {
    seed,
    kind,
    style: `${kind} in ${metre.name}`,
    meter: metre.name,
    bpm: 60 / middle,
    tonic,
    mode,
    beatsPerBar: metre.beatsPerBar,
    beatSeconds: heard,
    downbeatSeconds: beats
      .filter((_, i) => i >= pickup && (i - pickup) % metre.beatsPerBar === 0)
      .map(moved)
      .filter(inside),
    durationSeconds,
    loop: false,
    drumsOnly: false,
    compound: metre.compound,
    programs: [
      { channel: CHORD_CHANNEL, program: random.pick(programs.chords) },
      { channel: BASS_CHANNEL, program: random.pick(programs.bass) },
      { channel: MELODY_CHANNEL, program: random.pick(programs.melody) },
    ],
    notes: sheet.notes
      .map((note) => ({ ...note, startSeconds: moved(note.startSeconds) }))
      .filter(({ startSeconds }) => inside(startSeconds))
      .sort((a, b) => a.startSeconds - b.startSeconds),
  };
}
