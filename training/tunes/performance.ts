import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  MELODY_CHANNEL,
  type TimedNote,
  type TrainingPiece,
} from "@/training/compose/composition";
import { drawFreedom, type Freedom, freeBeats, secondsAt } from "@/training/compose/human/human-timing";
import { accompany } from "@/training/compose/human/textures";
import type { Texture } from "@/training/compose/styles/human-styles";
import { readTune, type Score, type Tune } from "./notation";

/** How a tune is played: melody alone, accompanied, or either of these as freely as people play. */
export const MANNERS = ["solo", "accompanied", "human"] as const;
export type Manner = (typeof MANNERS)[number];

const SHORTEST_SECONDS = 25;
const LONGEST_SECONDS = 30;
/** How far a drawn tempo may lie from the usual one, in octaves: 12 %. */
const TEMPO_OCTAVES = 0.165;
const STEADY: Freedom = {
  wandering: 0,
  unevenness: 0,
  phraseEnd: 0,
  jitterSeconds: 0.006,
  rollSeconds: 0,
  leadSeconds: 0,
};

/** General MIDI programs: piano, guitars, accordions, violin, clarinet, flutes, whistle, bagpipe, fiddle. */
const MELODY_PROGRAMS = [0, 21, 22, 24, 25, 40, 68, 71, 72, 73, 74, 78, 105, 109, 110];
const CHORD_PROGRAMS = [0, 0, 21, 24, 25, 46];
const WHISTLE = 78;
const KEYBOARD_PROGRAMS = [0, 0, 1, 6];
const TEXTURES: Record<string, Texture[]> = {
  duple: ["stride", "block", "bass and chords", "drone"],
  triple: ["bass and chords", "bass and chords", "sparse", "arpeggio"],
  slow: ["block", "arpeggio", "chorale", "sparse"],
};
const SLOW_KINDS = ["air", "hymn", "chorale", "carol", "anthem"];

/** A performance of a tune; key, tempo, instruments and player are drawn from the seed. */
export function perform(tune: Tune, manner: Manner, seed: number): TrainingPiece {
  return new Performance(tune, readTune(tune), manner, seed, new SeededRandom(seed * 2246822519 + 11)).play();
}

class Performance {
  private readonly notes: TimedNote[] = [];
  private readonly shift: number;
  private readonly bpm: number;
  private readonly freedom: Freedom;
  private readonly beats: number[];
  private readonly leadBeats: number;
  private readonly rounds: number;
  private readonly melodyProgram: number;
  private readonly accompanied: boolean;
  private readonly lilt: number;

  constructor(
    private readonly tune: Tune,
    private readonly score: Score,
    manner: Manner,
    private readonly seed: number,
    private readonly random: SeededRandom,
  ) {
    const { eighthsPerBar, eighthsPerBeat, pickup, bars } = score;
    this.shift = random.whole(-5, 6);
    this.bpm = tune.bpm * 2 ** random.between(-TEMPO_OCTAVES, TEMPO_OCTAVES);
    const most = SLOW_KINDS.includes(tune.kind) ? 0.9 : 0.5;
    this.freedom = manner === "human" ? drawFreedom(random, most) : STEADY;
    this.accompanied = manner === "accompanied" || (manner === "human" && random.chance(0.5));
    this.lilt = manner === "human" && eighthsPerBeat === 3 ? random.between(0, 0.18) : 0;
    const beatsPerBar = eighthsPerBar / eighthsPerBeat;
    this.leadBeats = Math.ceil(pickup / eighthsPerBeat);
    const strophe = (bars * beatsPerBar * 60) / this.bpm;
    this.rounds = Math.ceil(LONGEST_SECONDS / strophe);
    const count = this.leadBeats + this.rounds * bars * beatsPerBar + 4;
    const start = random.pick([0, 0.02, random.between(0, 0.8)]);
    this.beats = freeBeats(random, this.freedom, count, 4 * beatsPerBar, this.bpm, start);
    this.melodyProgram = random.pick(tune.left ? KEYBOARD_PROGRAMS : MELODY_PROGRAMS);
  }

  play(): TrainingPiece {
    const { tune, score, random } = this;
    const { eighthsPerBar, eighthsPerBeat, bars } = score;
    const octave = this.melodyProgram === WHISTLE ? 12 : 0;
    for (let round = 0; round < this.rounds; round++) {
      const from = round * bars * eighthsPerBar;
      this.part(MELODY_CHANNEL, score.melody, from, 92, octave);
      if (this.accompanied) this.part(CHORD_CHANNEL, score.left, from, 70, 0);
    }
    if (this.accompanied && score.chords.length > 0) this.chords();
    const durationSeconds = random.between(SHORTEST_SECONDS, LONGEST_SECONDS);
    const heard = this.beats.filter((seconds) => seconds < durationSeconds);
    const chordProgram = tune.left ? this.melodyProgram : random.pick(CHORD_PROGRAMS);
    return {
      ...{ seed: this.seed, style: tune.kind, durationSeconds, loop: false, drumsOnly: false },
      bpm: (60 * (heard.length - 1)) / ((heard.at(-1) ?? 1) - (heard[0] ?? 0)),
      tonic: (score.tonic + this.shift + 12) % 12,
      mode: score.mode,
      beatsPerBar: eighthsPerBar / eighthsPerBeat,
      beatSeconds: heard.slice(this.leadBeats),
      compound: eighthsPerBeat === 3,
      programs: [
        { channel: CHORD_CHANNEL, program: chordProgram },
        { channel: BASS_CHANNEL, program: chordProgram },
        { channel: MELODY_CHANNEL, program: this.melodyProgram },
      ],
      notes: this.notes.sort((a, b) => a.startSeconds - b.startSeconds),
    };
  }

  private part(channel: number, written: Score["melody"], from: number, velocity: number, octave: number): void {
    for (const { pitch, start, length } of written) {
      this.add(channel, pitch + this.shift + octave, from + start, length * 0.94, velocity);
    }
  }

  /** `start` and `length` are in quavers from the first bar line. */
  private add(channel: number, pitch: number, start: number, length: number, velocity: number): void {
    const { random, freedom } = this;
    const from = this.secondsOf(start);
    const lead = channel === MELODY_CHANNEL ? freedom.leadSeconds : 0;
    const { eighthsPerBar, eighthsPerBeat } = this.score;
    const accent = start % eighthsPerBar === 0 ? 9 : start % eighthsPerBeat === 0 ? 4 : 0;
    this.notes.push({
      channel,
      pitch,
      startSeconds: Math.max(0, from - lead + random.bell() * freedom.jitterSeconds),
      lengthSeconds: Math.max(0.05, this.secondsOf(start + length) - from),
      velocity: Math.round(Math.max(20, Math.min(120, velocity + accent + random.bell() * 5))),
    });
  }

  private secondsOf(eighths: number): number {
    const beat = eighths / this.score.eighthsPerBeat;
    const within = beat - Math.floor(beat);
    // A lilt makes the first of three quavers longer and the second shorter.
    const lilted = within + this.lilt * Math.min(within, 0.5 * (1 - within));
    return secondsAt(this.beats, this.leadBeats + Math.floor(beat) + lilted);
  }

  private chords(): void {
    const { score, random, tune } = this;
    const { eighthsPerBar, eighthsPerBeat, bars, tonic, chords } = score;
    const beatsPerBar = eighthsPerBar / eighthsPerBeat;
    const group = SLOW_KINDS.includes(tune.kind) ? "slow" : beatsPerBar === 3 ? "triple" : "duple";
    const plan = {
      texture: random.pick(TEXTURES[group] ?? []),
      beatsPerBar,
      parts: eighthsPerBeat === 3 ? 3 : 2,
      every: random.pick([1, 1, beatsPerBar]),
      tonic: (tonic + this.shift + 12) % 12,
    };
    for (let bar = 0; bar < this.rounds * bars; bar++) {
      const from = (bar % bars) * eighthsPerBar;
      const own = chords
        .filter(({ start }) => start >= from && start < from + eighthsPerBar)
        .map((chord) => ({ ...chord, root: (chord.root - tonic + 12) % 12 }));
      for (const { pitches, beat, beats, bass } of accompany(plan, own)) {
        for (const pitch of pitches) {
          const start = (bar * beatsPerBar + beat) * eighthsPerBeat;
          this.add(bass ? BASS_CHANNEL : CHORD_CHANNEL, pitch, start, beats * eighthsPerBeat * 0.9, bass ? 72 : 60);
        }
      }
    }
  }
}
