import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  CHORD_CHANNEL,
  MELODY_CHANNEL,
  type Mode,
  type TimedNote,
  type TrainingPiece,
} from "@/training/compose/composition";
import { type Harmony, phraseHarmony, scaleOver } from "@/training/compose/human/human-harmony";
import { accompany } from "@/training/compose/human/textures";
import type { Texture } from "@/training/compose/styles/human-styles";
import { excerptOf } from "./excerpt";
import { drawn } from "./shares";

/**
 * Keys that a phrase may be in: semitones above the tonic and mode. Eight seconds of piano music fit the key of the
 * piece best in a third of all cases.
 */
const AREAS = {
  major: "0major 450 7major 180 9minor 110 5major 60 2minor 50 4minor 50 0minor 50 2major 20 8major 15 3major 15",
  minor: "0minor 450 3major 170 7minor 80 5minor 80 0major 80 8major 50 10major 50 7major 40",
};
const MAJOR = 0.66;
const PHRASES = 14;
const PHRASE_BARS = 4;
const TEXTURES: Texture[] = [
  "alberti",
  "arpeggio",
  "bass and chords",
  "block",
  "octaves",
  "sparse",
  "stride",
  "chorale",
];
/** Lengths in beats. */
const CELLS = ["1", "1", ".5 .5", ".5 .5", ".25 .25 .25 .25", ".75 .25", "2", ".33 .33 .34", ".5 .25 .25", "1.5 .5"];
const CHROMATIC = 0.1;
const SECONDS: [number, number] = [18, 32];
const PLACES = { beginning: 0.4, end: 0.12 };

type Phrase = { mode: Mode; shift: number; closed: boolean };

/** Part of a piano piece by its seed, whose phrases pass through neighbouring keys. */
export function composePianoPiece(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2246822519 + 61);
  return excerptOf(new PianoPiece(seed, random).compose(), random, PLACES, random.between(...SECONDS));
}

class PianoPiece {
  private readonly notes: TimedNote[] = [];
  private readonly mode: Mode;
  private readonly tonic: number;
  private readonly bpm: number;
  private readonly beatsPerBar: number;
  private readonly cells: number[][];
  private readonly held: number;
  private pitch = 72;

  constructor(
    private readonly seed: number,
    private readonly random: SeededRandom,
  ) {
    this.mode = random.chance(MAJOR) ? "major" : "minor";
    this.tonic = random.whole(0, 11);
    this.bpm = random.pick([random.between(40, 80), random.between(60, 140), random.between(100, 200)]);
    this.beatsPerBar = random.pick([2, 3, 3, 4, 4, 4]);
    this.cells = Array.from({ length: 3 }, () => random.pick(CELLS).split(" ").map(Number));
    this.held = random.between(0.7, 1.8);
  }

  compose(): TrainingPiece {
    const { random, beatsPerBar } = this;
    const beats = PHRASES * PHRASE_BARS * beatsPerBar;
    this.phrases().forEach((phrase, index) => {
      this.play(phrase, index * PHRASE_BARS * beatsPerBar);
    });
    return {
      ...{
        seed: this.seed,
        style: `piano, ${this.mode}`,
        bpm: this.bpm,
        tonic: this.tonic,
        mode: this.mode,
        beatsPerBar,
      },
      beatSeconds: Array.from({ length: beats }, (_, beat) => this.seconds(beat)),
      durationSeconds: this.seconds(beats),
      ...{ loop: false, drumsOnly: false },
      programs: [CHORD_CHANNEL, MELODY_CHANNEL].map((channel) => ({ channel, program: random.pick([0, 0, 0, 1, 6]) })),
      notes: this.notes.sort((a, b) => a.startSeconds - b.startSeconds),
    };
  }

  private readonly seconds = (beat: number) => (beat * 60) / this.bpm;

  /** Begins and ends at home; two phrases or more in the same key are common. */
  private phrases(): Phrase[] {
    const { random } = this;
    let area: Omit<Phrase, "closed"> = { mode: this.mode, shift: 0 };
    return Array.from({ length: PHRASES }, (_, index) => {
      const home = index === 0 || index >= PHRASES - 2;
      if (home) area = { mode: this.mode, shift: 0 };
      else if (random.chance(0.6)) {
        const [, shift = "0", mode = "major"] = /^(\d+)(\w+)$/.exec(drawn(random, AREAS[this.mode])) ?? [];
        area = { shift: Number(shift), mode: mode === "major" ? "major" : "minor" };
      }
      return { ...area, closed: index === PHRASES - 1 || random.chance(0.5) };
    });
  }

  private play({ mode, shift, closed }: Phrase, from: number): void {
    const { random, beatsPerBar, tonic } = this;
    const texture = random.pick(TEXTURES);
    const plan = { texture, beatsPerBar, parts: random.pick([2, 2, 3, 4]), every: random.pick([1, 1, 2]), tonic };
    const bars = phraseHarmony(random, mode, closed, false);
    bars.forEach((chords, bar) => {
      const moved = chords.map((chord) => ({ ...chord, root: (chord.root + shift) % 12 }));
      const at = from + bar * beatsPerBar;
      for (const { pitches, beat, beats } of accompany(plan, moved))
        for (const pitch of pitches) this.add(CHORD_CHANNEL, pitch, at + beat, beats * this.held, 62);
      this.melody(chords, moved, mode, shift, at, closed && bar === PHRASE_BARS - 1);
    });
  }

  private melody(
    chords: readonly Harmony[],
    moved: readonly Harmony[],
    mode: Mode,
    shift: number,
    from: number,
    closing: boolean,
  ): void {
    const { random, beatsPerBar } = this;
    for (let beat = 0; beat < beatsPerBar; ) {
      const index = Math.floor((beat / beatsPerBar) * chords.length);
      const [plain, chord] = [chords[index], moved[index]];
      if (!plain || !chord) return;
      const scale = scaleOver(plain, mode).map((tone) => (tone + shift) % 12);
      if (closing && beat === 0) {
        this.pitch = this.nearest([shift, shift, shift, (shift + 4) % 12], this.pitch);
        this.add(MELODY_CHANNEL, this.pitch, from, beatsPerBar, 82);
        return;
      }
      for (const length of random.chance(0.75) ? random.pick(this.cells) : random.pick(CELLS).split(" ").map(Number)) {
        const onBeat = Number.isInteger(beat);
        const tones = [0, chord.third, chord.fifth].map((tone) => (chord.root + tone) % 12);
        const aim =
          this.pitch + random.pick([-4, -2, -2, -1, 1, 2, 2, 4]) + (this.pitch > 84 ? -6 : this.pitch < 64 ? 6 : 0);
        const free = !onBeat && random.chance(CHROMATIC);
        this.pitch = free ? aim : this.nearest(onBeat && random.chance(0.7) ? tones : scale, aim);
        if (!random.chance(0.06)) this.add(MELODY_CHANNEL, this.pitch, from + beat, length * 0.95, 80);
        beat += length;
      }
      beat = Math.round(beat * 4) / 4;
    }
  }

  /** The pitch nearest to another whose distance from the tonic is among these. */
  private nearest(classes: readonly number[], aim: number): number {
    for (let away = 0; away < 7; away++)
      for (const pitch of [aim + away, aim - away]) if (classes.includes((pitch - this.tonic + 120) % 12)) return pitch;
    return aim;
  }

  private add(channel: number, pitch: number, beat: number, beats: number, velocity: number): void {
    const { random } = this;
    this.notes.push({
      channel,
      pitch,
      startSeconds: Math.max(0, this.seconds(beat) + random.bell() * 0.015),
      lengthSeconds: Math.max(0.06, this.seconds(beats)),
      velocity: Math.max(20, Math.round(velocity + random.bell() * 10)),
    });
  }
}
