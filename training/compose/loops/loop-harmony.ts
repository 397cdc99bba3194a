import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  DRUM_CHANNEL,
  MELODY_CHANNEL,
  type Mode,
  type TimedNote,
} from "@/training/compose/composition";

const MODES = {
  ionian: { mode: "major", scale: [0, 2, 4, 5, 7, 9, 11] },
  mixolydian: { mode: "major", scale: [0, 2, 4, 5, 7, 9, 10] },
  aeolian: { mode: "minor", scale: [0, 2, 3, 5, 7, 8, 10] },
  dorian: { mode: "minor", scale: [0, 2, 3, 5, 7, 9, 10] },
  phrygian: { mode: "minor", scale: [0, 1, 3, 5, 7, 8, 10] },
} as const;
type ModeName = keyof typeof MODES;

/** Scales as often as they are drawn: half major, half minor, mostly the plain ones. */
const DRAWN: ModeName[] = [
  ...(["ionian", "ionian", "ionian", "ionian", "mixolydian"] as const),
  ...(["aeolian", "aeolian", "aeolian", "aeolian", "dorian"] as const),
  ...(["ionian", "ionian", "ionian", "ionian", "mixolydian"] as const),
  ...(["aeolian", "aeolian", "aeolian", "dorian", "phrygian"] as const),
];
/** Scale degrees of a loop's chords. What is common is drawn most, such as i VI III VII. */
const LOOPS: Record<Mode, number[][]> = {
  major: [[0, 4, 5, 3], [0, 5, 3, 4], [0, 3, 5, 4], [0, 3, 0, 4], [3, 4, 0, 0], [3, 0, 4, 5], [0, 3], [0, 4], [0]],
  minor: [
    [0, 5, 2, 6],
    [0, 5, 2, 6],
    [0, 5, 2, 6],
    [0, 2, 5, 6],
    [0, 6, 5, 3],
    [0, 6, 5, 6],
    [0, 5, 6, 0],
    [0, 3, 5, 6],
    [0, 2, 6, 5],
    [0, 6, 3, 0],
    [0, 5, 3, 6],
    [0, 3],
    [0, 5],
    [0, 6],
    [0],
  ],
};
const ONLY_FOR: Partial<Record<ModeName, number[][]>> = {
  mixolydian: [
    [0, 6, 3, 0],
    [0, 6],
    [0, 0, 6, 3],
  ],
  dorian: [[0, 3], [0, 3, 0, 6], [0, 2, 3, 0], [0]],
  phrygian: [
    [0, 1],
    [0, 1, 2, 1],
    [0, 0, 1, 6],
  ],
};
const STEPS = 16;

/** `chords` has the triads that sound: roots from C; the mode of a diminished one is null. */
export type LoopPiece = {
  style: string;
  tonic: number;
  mode: Mode;
  durationSeconds: number;
  notes: TimedNote[];
  chords: { startSeconds: number; endSeconds: number; root: number; mode: Mode | null }[];
};

/**
 * Loop-based music by its seed: a few chords repeated, without cadences or raised sevenths. The tonic is what the loop
 * begins with, returns to and has in the bass.
 */
export function composeLoopHarmony(seed: number): LoopPiece {
  return new LoopComposer(new SeededRandom(seed * 2246822519 + 99)).compose();
}

class LoopComposer {
  private readonly notes: TimedNote[] = [];
  private readonly name: ModeName;
  private readonly scale: readonly number[];
  private readonly tonic: number;
  private readonly bpm: number;
  private readonly bars: number;
  private readonly degrees: number[];
  private readonly barsPerChord: number;
  private readonly sevenths: boolean;

  constructor(private readonly random: SeededRandom) {
    this.name = random.pick(DRAWN);
    this.scale = MODES[this.name].scale;
    this.tonic = random.whole(0, 11);
    this.bpm = random.whole(70, 175);
    this.degrees = random.pick(ONLY_FOR[this.name] ?? LOOPS[MODES[this.name].mode]);
    this.barsPerChord = random.pick([1, 1, 1, 2]);
    this.sevenths = random.chance(0.25);
    const round = this.degrees.length * this.barsPerChord;
    const wanted = Math.max(1, Math.round((random.between(4, 22) * this.bpm) / 240 / round));
    this.bars = round * wanted;
  }

  compose(): LoopPiece {
    const { random } = this;
    const has = { chords: random.chance(0.8), bass: random.chance(0.75), lead: random.chance(0.55) };
    if (!has.chords && !has.lead) has.lead = true;
    if (has.chords) this.chords();
    if (has.bass) this.bass();
    if (has.lead) this.lead(random.chance(0.5));
    if (random.chance(0.6)) this.drums();
    return {
      style: `${this.name} loop`,
      tonic: this.tonic,
      mode: MODES[this.name].mode,
      durationSeconds: (this.bars * 240) / this.bpm,
      notes: this.notes,
      chords: has.chords ? Array.from({ length: this.bars }, (_, bar) => this.chordOf(bar)) : [],
    };
  }

  private chordOf(bar: number): LoopPiece["chords"][number] {
    const barSeconds = 240 / this.bpm;
    const [root, third, fifth] = [0, 2, 4].map((tone) => this.pitchOf(this.degreeOf(bar) + tone, 4)) as number[];
    const size = (third ?? 0) - (root ?? 0);
    const mode = (fifth ?? 0) - (root ?? 0) !== 7 ? null : size === 4 ? "major" : "minor";
    return { startSeconds: bar * barSeconds, endSeconds: (bar + 1) * barSeconds, root: (root ?? 0) % 12, mode };
  }

  private pitchOf(degree: number, octave: number): number {
    const size = this.scale.length;
    const within = this.scale[((degree % size) + size) % size] ?? 0;
    return 12 * (octave + 1 + Math.floor(degree / size)) + this.tonic + within;
  }

  private degreeOf(bar: number): number {
    return this.degrees[Math.floor(bar / this.barsPerChord) % this.degrees.length] ?? 0;
  }

  private add(channel: number, pitch: number, step: number, steps: number, velocity: number): void {
    const stepSeconds = 15 / this.bpm;
    this.notes.push({ channel, pitch, startSeconds: step * stepSeconds, lengthSeconds: steps * stepSeconds, velocity });
  }

  private chords(): void {
    const { random } = this;
    const kind = random.pick(["held", "stabs", "arpeggio"] as const);
    const rhythm = Array.from({ length: STEPS }, (_, step) => step === 0 || random.chance(0.25));
    const voicing = random.pick([
      [0, 2, 4],
      [0, 2, 4],
      [0, 4, 9],
      [0, 4],
    ]);
    for (let bar = 0; bar < this.bars; bar++) {
      const degree = this.degreeOf(bar);
      const tones = this.sevenths ? [...voicing, 6] : voicing;
      const pitches = tones.map((tone) => this.pitchOf(degree + tone, 3)).map((p) => (p > 72 ? p - 12 : p));
      for (let step = 0; step < STEPS; step++) {
        const at = bar * STEPS + step;
        if (kind === "arpeggio") {
          if (step % 2 === 0) this.add(CHORD_CHANNEL, pitches[(step / 2) % pitches.length] ?? 60, at, 2, 80);
        } else if (kind === "held" ? step === 0 : rhythm[step]) {
          for (const pitch of pitches) this.add(CHORD_CHANNEL, pitch, at, kind === "held" ? STEPS : 2, 75);
        }
      }
    }
  }

  /** Mostly roots; a riff may leave the root through the scale and come back to it. */
  private bass(): void {
    const { random } = this;
    const rhythm = Array.from({ length: STEPS }, (_, step) => step === 0 || random.chance(0.35));
    const riff = random.chance(0.4);
    const moves = rhythm.map((_, step) => (step === 0 || !riff ? 0 : random.pick([0, 0, 0, 4, 6, 7, 2, 3])));
    const pedal = random.chance(0.12);
    const held = random.chance(0.3);
    for (let bar = 0; bar < this.bars; bar++) {
      const degree = pedal ? 0 : this.degreeOf(bar);
      for (let step = 0; step < STEPS; step++) {
        if (!rhythm[step] || (held && step > 0)) continue;
        const pitch = this.pitchOf(degree + (moves[step] ?? 0), 1);
        this.add(BASS_CHANNEL, pitch < 30 ? pitch + 12 : pitch, bar * STEPS + step, held ? STEPS : 1.8, 100);
      }
    }
  }

  /** A repeated phrase of one or two bars: from the pentatonic scale, the whole scale, or the chord. */
  private lead(pentatonic: boolean): void {
    const { random } = this;
    const length = STEPS * random.pick([1, 2]);
    const allowed = pentatonic
      ? MODES[this.name].mode === "minor"
        ? [0, 2, 3, 4, 6]
        : [0, 1, 2, 4, 5]
      : [0, 1, 2, 3, 4, 5, 6];
    const overChord = random.chance(0.4);
    let at = random.whole(0, allowed.length - 1);
    const phrase = Array.from({ length }, (_, step) => {
      if (step > 0 && !random.chance(0.4)) return null;
      at = Math.max(0, Math.min(2 * allowed.length - 1, at + random.whole(-2, 2)));
      return overChord
        ? random.pick([0, 2, 4, 7])
        : (allowed[at % allowed.length] ?? 0) + 7 * Math.floor(at / allowed.length);
    });
    for (let step = 0; step < this.bars * STEPS; step++) {
      const degree = phrase[step % length];
      if (degree === null || degree === undefined) continue;
      const base = overChord ? this.degreeOf(Math.floor(step / STEPS)) : 0;
      this.add(MELODY_CHANNEL, this.pitchOf(base + degree, 4), step, 1.8, 85);
    }
  }

  private drums(): void {
    const pattern = this.random.pick(["k.h.s.h.k.h.s.h.", "k.h.k.h.k.h.k.h.", "k..k..h.s..k..h.", "khhhshhhkhhhshhh"]);
    const pitches: Record<string, number> = { k: 36, s: 38, h: 42 };
    for (let step = 0; step < this.bars * STEPS; step++) {
      const pitch = pitches[pattern[step % STEPS] ?? "."];
      if (pitch) this.add(DRUM_CHANNEL, pitch, step, 1, 90);
    }
  }
}
