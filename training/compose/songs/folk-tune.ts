import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  MELODY_CHANNEL,
  type Mode,
  type TimedNote,
  type TrainingPiece,
} from "@/training/compose/composition";
import { excerptOf } from "./excerpt";
import { FOLK_FIRST_DEGREE, FOLK_FIRST_DOWNBEAT, FOLK_INTERVALS, FOLK_LAST_DEGREE } from "./folk-counts";
import { folkPart, PART_BARS } from "./folk-harmony";
import { degreeOf, semitonesOf } from "./named-chord";
import type { PlacedChord } from "./pop-harmony";
import { drawn } from "./shares";

type Metre = { name: string; beatsPerBar: number; bpm: [number, number]; cells: string };
/** Beats, tempi as danced, and onsets within a beat as fractions of it; "-" has none. */
const METRES: readonly Metre[] = [
  { name: "4/4", beatsPerBar: 4, bpm: [90, 220], cells: "0 466 0,.5 407 - 77 .5 31 0,.33,.67 14" },
  { name: "6/8", beatsPerBar: 2, bpm: [80, 130], cells: "0,.33,.67 543 0,.67 310 0 110 .67 8 - 8" },
  { name: "3/4", beatsPerBar: 3, bpm: [90, 170], cells: "0 674 - 199 0,.5 68 .5 57" },
  {
    name: "2/4",

    beatsPerBar: 2,
    bpm: [70, 120],
    cells: "0,.5 437 0,.25,.5,.75 160 0 136 0,.5,.75 125 0,.75 70",
  },
];
const METRE_SHARES = "4/4 520 6/8 360 3/4 70 2/4 50";
const MAJOR = 0.82;
/** Scales of tunes in minor and in major: which degrees take the place of others. */
const MINORS: readonly Record<string, string>[] = [{}, {}, {}, { b6: "6" }, { b6: "6", "7": "b7" }, { b7: "7" }];
const MIXOLYDIAN = { "7": "b7" };
const MIXOLYDIAN_CHANCE = 0.06;
const FORMS = ["AABB", "AABB", "AABB", "AB", "AAB", "ABAB", "AA"];
const PROGRAMS = [0, 0, 21, 22, 24, 25, 40, 68, 71, 72, 73, 74, 105, 109, 110];
const SECONDS: [number, number] = [16, 30];
const PLACES = { beginning: 0.5, end: 0.15 };

type Part = { chords: PlacedChord[]; melody: { pitch: number; beat: number; beats: number }[] };

/** Part of a folk tune by its seed, alone or over chords: steps, rhythms, chords and closes as counted in real tunes. */
export function composeFolkTune(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 3266489917 + 41);
  return excerptOf(new FolkTune(seed, random).compose(), random, PLACES, random.between(...SECONDS));
}

class FolkTune {
  private readonly notes: TimedNote[] = [];
  private readonly metre: Metre;
  private readonly mode: Mode;
  private readonly scale: Record<string, string>;
  private readonly tonic: number;
  private readonly bpm: number;
  private readonly lowest: number;
  private readonly texture: "none" | "struck" | "held" | "drone";
  private readonly pickup: number;

  constructor(
    private readonly seed: number,
    private readonly random: SeededRandom,
  ) {
    const metre = drawn(random, METRE_SHARES);
    this.metre = METRES.find(({ name }) => name === metre) ?? (METRES[0] as Metre);
    this.mode = random.chance(MAJOR) ? "major" : "minor";
    this.scale = this.mode === "minor" ? random.pick(MINORS) : random.chance(MIXOLYDIAN_CHANCE) ? MIXOLYDIAN : {};
    this.tonic = random.whole(0, 11);
    this.bpm = random.between(...this.metre.bpm);
    // From the fifth below the tonic, or from the tonic.
    this.lowest = 60 + ((this.tonic + 12 - random.pick([5, 5, 0, 2])) % 12) - random.pick([0, 0, 0, 12]);
    this.texture = random.pick(["none", "none", "none", "struck", "struck", "held", "drone"] as const);
    this.pickup = random.chance(0.8) ? 1 : 0;
  }

  compose(): TrainingPiece {
    const { random, metre } = this;
    const parts = new Map([
      ["A", this.part(false)],
      ["B", this.part(true)],
    ]);
    const form = random.pick(FORMS).repeat(2);
    [...form].forEach((name, index) => {
      const part = parts.get(name);
      if (part) this.play(part, this.pickup + index * PART_BARS * metre.beatsPerBar);
    });
    const beats = this.pickup + form.length * PART_BARS * metre.beatsPerBar;
    return {
      ...{ seed: this.seed, style: `${this.texture === "none" ? "tune alone" : "tune"}, ${this.mode}` },
      ...{ bpm: this.bpm, tonic: this.tonic, mode: this.mode, beatsPerBar: metre.beatsPerBar },
      beatSeconds: Array.from({ length: beats - this.pickup }, (_, beat) => this.seconds(beat + this.pickup)),
      durationSeconds: this.seconds(beats),
      ...{ loop: false, drumsOnly: false, compound: metre.name === "6/8" },
      programs: [
        { channel: CHORD_CHANNEL, program: random.pick([0, 0, 21, 24, 25]) },
        { channel: BASS_CHANNEL, program: random.pick([0, 32, 21]) },
        { channel: MELODY_CHANNEL, program: random.pick(PROGRAMS) },
      ],
      notes: this.notes.sort((a, b) => a.startSeconds - b.startSeconds),
    };
  }

  private readonly seconds = (beat: number) => (beat * 60) / this.bpm;

  private part(second: boolean): Part {
    const chords = folkPart(this.random, this.mode, second, this.metre.beatsPerBar);
    return { chords, melody: this.melody(chords) };
  }

  /** An upbeat, eight bars of which two or four mostly come again, and a long last note. */
  private melody(chords: readonly PlacedChord[]): Part["melody"] {
    const { random, mode, metre } = this;
    const { beatsPerBar, cells } = metre;
    const rhythm = Array.from({ length: 2 * beatsPerBar }, () => drawn(random, cells));
    const repeats = random.chance(0.6);
    const notes: Part["melody"] = [];
    const firstDegree = drawn(random, (this.pickup ? FOLK_FIRST_DEGREE : FOLK_FIRST_DOWNBEAT)[mode]);
    let pitch = this.placed(semitonesOf(this.altered(firstDegree)));
    const last = PART_BARS * beatsPerBar - random.pick([1, 1, beatsPerBar - 1 || 1]) - this.pickup;
    for (let beat = -this.pickup; beat < last; beat++) {
      const bar = Math.floor(beat / beatsPerBar);
      if (repeats && beat >= 4 * beatsPerBar && beat < 6 * beatsPerBar) {
        const earlier = notes.filter((note) => Math.floor(note.beat) === beat - 4 * beatsPerBar);
        for (const note of earlier) notes.push({ ...note, beat: note.beat + 4 * beatsPerBar });
        pitch = earlier.at(-1)?.pitch ?? pitch;
        continue;
      }
      const cell = random.chance(0.75) ? rhythm[(beat + beatsPerBar) % rhythm.length] : drawn(random, cells);
      const onsets = (cell ?? "0").split(",").map(Number).filter(Number.isFinite);
      for (const within of beat <= 0 && onsets[0] !== 0 ? [0] : onsets) {
        const strong = within === 0 && beat % beatsPerBar === 0 ? 2.6 : within === 0 ? 1.5 : 1;
        if (notes.length > 0) pitch = this.next(pitch, chordAt(chords, Math.max(0, beat)), bar === 7 ? 4 : strong);
        notes.push({ pitch, beat: beat + within, beats: 1 });
      }
    }
    const close = drawn(random, FOLK_LAST_DEGREE[mode]);
    notes.push({ pitch: this.nearest(pitch, semitonesOf(close)), beat: Math.max(0, last), beats: 1 });
    notes.forEach((note, i) => {
      const end = notes[i + 1]?.beat ?? PART_BARS * beatsPerBar - this.pickup;
      note.beats = Math.min(2 * beatsPerBar, Math.max(0.1, end - note.beat));
    });
    return notes;
  }

  private altered(degree: string): string {
    return this.scale[degree] ?? degree;
  }

  private next(pitch: number, chord: PlacedChord | undefined, fit: number): number {
    const { random, mode, tonic, lowest } = this;
    const table: Record<string, string> = FOLK_INTERVALS[mode];
    const from = degreeOf(pitch - tonic);
    const intervals = table[from] ?? "-2 250 -1 100 1 100 2 250 0 100";
    const goal = (interval: string) => pitch + Number(interval);
    const chosen = drawn(random, intervals, (interval) => {
      const to = goal(interval);
      const outside = to < lowest - 2 ? lowest - to : to > lowest + 17 ? to - lowest - 15 : 0;
      return (chord?.tones.includes((to - tonic - chord.root + 24) % 12) ? fit : 1) * 0.25 ** outside;
    });
    return this.nearest(goal(chosen), semitonesOf(this.altered(degreeOf(goal(chosen) - tonic))));
  }

  /** The pitch of a degree nearest to another pitch. */
  private nearest(pitch: number, semitones: number): number {
    return pitch + ((this.tonic + semitones - pitch + 246) % 12) - 6;
  }

  private placed(semitones: number): number {
    return this.lowest + ((this.tonic + semitones - this.lowest + 120) % 12) + (this.random.chance(0.25) ? 12 : 0);
  }

  private play({ chords, melody }: Part, from: number): void {
    for (const { pitch, beat, beats } of melody) this.add(MELODY_CHANNEL, pitch, from + beat, 0.93 * beats, 90);
    for (const chord of this.texture === "none" ? [] : chords) this.accompany(chord, from);
  }

  private accompany(chord: PlacedChord, from: number): void {
    const { tonic, texture } = this;
    const at = from + chord.beat;
    const pitches = chord.tones.map((tone) => 53 + ((tonic + chord.root + tone + 7) % 12));
    const low = 36 + ((tonic + chord.bass) % 12);
    if (texture === "drone") {
      for (const pitch of [36 + tonic, 43 + tonic]) this.add(CHORD_CHANNEL, pitch, at, chord.beats, 62);
    } else if (texture === "held") {
      for (const pitch of [low + 12, ...pitches]) this.add(CHORD_CHANNEL, pitch, at, chord.beats, 64);
    } else {
      this.add(BASS_CHANNEL, low, at, 0.9, 74);
      for (let beat = 1; beat < chord.beats; beat++)
        for (const pitch of pitches) this.add(CHORD_CHANNEL, pitch, at + beat, 0.6, 62);
    }
  }

  private add(channel: number, pitch: number, beat: number, beats: number, velocity: number): void {
    const { random } = this;
    this.notes.push({
      channel,
      pitch,
      startSeconds: Math.max(0, this.seconds(beat) + random.bell() * 0.008),
      lengthSeconds: Math.max(0.05, this.seconds(beats)),
      velocity: velocity + random.whole(-9, 9),
    });
  }
}

const chordAt = (chords: readonly PlacedChord[], beat: number) =>
  chords.find((chord) => beat < chord.beat + chord.beats) ?? chords[0];
