import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  DRUM_CHANNEL,
  MELODY_CHANNEL,
  type Mode,
  type TimedNote,
  type TrainingPiece,
} from "@/training/compose/composition";
import { excerptOf } from "./excerpt";
import { semitonesOf } from "./named-chord";
import { POP_FIRST_DEGREE, POP_NEXT_DEGREE } from "./pop-counts";
import { type PlacedChord, popEnd, popSection } from "./pop-harmony";
import { drawn } from "./shares";

const MAJOR = 0.56;
const BARS = 8;
/** Chance of an onset of the melody in each eighth of a bar. */
const ONSETS = [0.6, 0.4, 0.42, 0.42, 0.46, 0.34, 0.42, 0.44];
const PROGRAMS = {
  melody: [0, 0, 4, 11, 24, 40, 52, 53, 65, 71, 73, 80, 82],
  chords: [0, 0, 0, 2, 4, 24, 25, 27, 48, 89],
};
const SECONDS: [number, number] = [18, 30];
const PLACES = { beginning: 0.35, end: 0.12 };
const LOWEST_CHORD = 53;

type SungNote = { semitones: number; beat: number; beats: number };
type Section = { chords: PlacedChord[]; melody: SungNote[] };

/** Part of a pop song by its seed: chords, melody and form drawn from counts of real songs. */
export function composePopSong(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2654435761 + 21);
  const song = new PopSong(seed, random).compose();
  return excerptOf(song, random, PLACES, random.between(...SECONDS));
}

class PopSong {
  private readonly notes: TimedNote[] = [];
  private readonly mode: Mode;
  private readonly tonic: number;
  private readonly bpm: number;
  private readonly beatsPerBar: number;
  private readonly rhythm: boolean[];
  private readonly comping: "held" | "strummed" | "broken" | "struck";
  private readonly bassline: "held" | "struck" | "none";
  private readonly drums: string | null;
  private readonly lowest: number;
  private melodyEnd = 0;

  constructor(
    private readonly seed: number,
    private readonly random: SeededRandom,
  ) {
    this.mode = random.chance(MAJOR) ? "major" : "minor";
    this.tonic = random.whole(0, 11);
    this.bpm = random.pick([random.between(64, 90), random.between(72, 118), random.between(100, 136)]);
    this.beatsPerBar = random.chance(0.05) ? 3 : 4;
    this.rhythm = this.drawRhythm();
    this.comping = random.pick(["held", "strummed", "broken", "broken", "struck"] as const);
    this.bassline = random.pick(["held", "struck", "struck", "none"] as const);
    this.drums = random.chance(0.45) ? random.pick(["k.h.s.h.", "k.hks.h.", "khhhshhk", "k...s..."]) : null;
    this.lowest = 55 + random.whole(0, 7);
  }

  compose(): TrainingPiece {
    const { random, beatsPerBar } = this;
    const verse = this.section("verse");
    const chorus = this.section("chorus");
    const interlude = random.chance(0.5) ? verse : { ...chorus, melody: [] };
    const form = [{ ...verse, melody: [] }, verse, verse, chorus, chorus, interlude, verse, chorus, chorus];
    form.forEach((section, index) => {
      this.play(section, index * BARS * beatsPerBar);
    });
    const end = form.length * BARS * beatsPerBar;
    const last = popEnd(random, this.mode, 2 * beatsPerBar);
    const degree = random.chance(0.8) ? 0 : random.pick([4, 7]);
    this.play({ chords: [last], melody: [{ semitones: degree, beat: 0, beats: 2 * beatsPerBar }] }, end);
    const beats = end + 2 * beatsPerBar;
    return {
      ...{
        seed: this.seed,
        style: `pop, ${this.mode}`,
        bpm: this.bpm,
        tonic: this.tonic,
        mode: this.mode,
        beatsPerBar,
      },
      beatSeconds: Array.from({ length: beats }, (_, beat) => this.seconds(beat)),
      durationSeconds: this.seconds(beats),
      ...{ loop: false, drumsOnly: false },
      programs: [
        { channel: CHORD_CHANNEL, program: random.pick(PROGRAMS.chords) },
        { channel: BASS_CHANNEL, program: random.pick([0, 32, 33, 33, 35]) },
        { channel: MELODY_CHANNEL, program: random.pick(PROGRAMS.melody) },
      ],
      notes: this.notes.sort((a, b) => a.startSeconds - b.startSeconds),
    };
  }

  private readonly seconds = (beat: number) => (beat * 60) / this.bpm;

  /** Two bars of eighths. */
  private drawRhythm(): boolean[] {
    return Array.from({ length: 4 * this.beatsPerBar }, (_, eighth) =>
      this.random.chance(ONSETS[eighth % (2 * this.beatsPerBar)] ?? 0.4),
    );
  }

  private section(part: "verse" | "chorus"): Section {
    const chords = popSection(this.random, this.mode, part, this.beatsPerBar);
    return { chords, melody: this.melody(chords) };
  }

  private melody(chords: readonly PlacedChord[]): SungNote[] {
    const { random, mode, beatsPerBar } = this;
    const notes: SungNote[] = [];
    const rhythm = random.chance(0.5) ? this.rhythm : this.drawRhythm();
    const phrase = 2 * beatsPerBar;
    const rest = random.pick([0, 1, 1, 2]);
    let degree = drawn(random, POP_FIRST_DEGREE[mode]);
    for (let eighth = 0; eighth < BARS * beatsPerBar * 2; eighth++) {
      const beat = eighth / 2;
      const varied = random.chance(0.12);
      if (beat % phrase >= phrase - rest || rhythm[eighth % rhythm.length] === varied) continue;
      const before = notes.at(-1);
      if (before) before.beats = Math.min(before.beats, beat - before.beat);
      const chord = chordAt(chords, beat);
      const fit = beat % 2 === 0 ? 3 : beat % 1 === 0 ? 2 : 1.2;
      const inChord = (name: string) => (isTone(chord, semitonesOf(name)) ? fit : 1);
      if (notes.length > 0) degree = drawn(random, nextDegrees(mode, degree), inChord);
      notes.push({ semitones: semitonesOf(degree), beat, beats: Math.min(4, phrase - (beat % phrase)) });
    }
    return notes;
  }

  private play({ chords, melody }: Section, from: number): void {
    for (const { semitones, beat, beats } of melody) {
      const pitch = this.near(this.tonic + semitones);
      this.add(MELODY_CHANNEL, pitch, from + beat, beats * this.random.between(0.7, 1), 94);
    }
    for (const chord of chords) this.accompany(chord, from);
    const beats = chords.reduce((sum, chord) => sum + chord.beats, 0);
    for (let eighth = 0; this.drums && eighth < 2 * beats; eighth++) {
      const pitch = { k: 36, s: 38, h: 42 }[this.drums.charAt(eighth % this.drums.length)];
      if (pitch) this.add(DRUM_CHANNEL, pitch, from + eighth / 2, 0.4, 84);
    }
  }

  private accompany(chord: PlacedChord, from: number): void {
    const { random, comping, bassline } = this;
    const at = from + chord.beat;
    const pitches = chord.tones.map(
      (tone) => LOWEST_CHORD + ((this.tonic + chord.root + tone + 12 - (LOWEST_CHORD % 12)) % 12),
    );
    const low = 36 + ((this.tonic + chord.bass) % 12);
    if (comping === "held") for (const pitch of pitches) this.add(CHORD_CHANNEL, pitch, at, chord.beats, 74);
    for (let beat = 0; comping !== "held" && beat < chord.beats; beat += 0.5) {
      if (comping === "broken") {
        const pitch = pitches[Math.round(beat * 2) % pitches.length] ?? low;
        this.add(CHORD_CHANNEL, pitch, at + beat, 1, 76);
      } else if (comping === "strummed" ? random.chance(0.8) : beat % 1 === 0) {
        for (const pitch of pitches) this.add(CHORD_CHANNEL, pitch, at + beat, comping === "strummed" ? 0.5 : 0.9, 72);
      }
    }
    if (bassline === "none") {
      if (comping !== "held" || random.chance(0.5)) this.add(CHORD_CHANNEL, low + 12, at, chord.beats, 76);
    } else if (bassline === "held") this.add(BASS_CHANNEL, low, at, chord.beats, 86);
    else for (let beat = 0; beat < chord.beats; beat++) this.add(BASS_CHANNEL, low, at + beat, 0.9, 86);
  }

  /** The pitch of a class that lies nearest to the melody's last one and in its range. */
  private near(pitchClass: number): number {
    const aim = this.melodyEnd || this.lowest + 10;
    let pitch = aim + ((((pitchClass - aim + 6) % 12) + 12) % 12) - 6;
    if (pitch < this.lowest) pitch += 12;
    if (pitch > this.lowest + 20) pitch -= 12;
    this.melodyEnd = pitch;
    return pitch;
  }

  private add(channel: number, pitch: number, beat: number, beats: number, velocity: number): void {
    const { random } = this;
    this.notes.push({
      channel,
      pitch,
      startSeconds: Math.max(0, this.seconds(beat) + random.bell() * 0.006),
      lengthSeconds: Math.max(0.06, this.seconds(beats)),
      velocity: velocity + random.whole(-9, 9),
    });
  }
}

function nextDegrees(mode: Mode, degree: string): string {
  const table: Record<string, string> = POP_NEXT_DEGREE[mode];
  return table[degree] ?? POP_FIRST_DEGREE[mode];
}

const chordAt = (chords: readonly PlacedChord[], beat: number) =>
  chords.find((chord) => beat < chord.beat + chord.beats) ?? chords[0];

const isTone = (chord: PlacedChord | undefined, semitones: number) =>
  chord?.tones.includes((semitones - chord.root + 12) % 12) ?? false;
