import { SeededRandom } from "@/bench/statistics/seeded-random";
import { CHORD_CHANNEL, MELODY_CHANNEL, type Mode, type TimedNote } from "./composition";

/** Scales in semitones above the tonic, the share of tunes that have each, and the mode it counts as. */
const SCALES: { steps: readonly number[]; share: number; mode: Mode; left?: readonly number[] }[] = [
  { steps: [0, 2, 4, 5, 7, 9, 11], share: 40, mode: "major" },
  { steps: [0, 2, 4, 5, 7, 9, 11], share: 8, mode: "major", left: [3, 6] },
  { steps: [0, 2, 4, 5, 7, 9, 10], share: 10, mode: "major" },
  { steps: [0, 2, 3, 5, 7, 8, 10], share: 12, mode: "minor" },
  { steps: [0, 2, 3, 5, 7, 8, 11], share: 12, mode: "minor" },
  { steps: [0, 2, 3, 5, 7, 9, 10], share: 15, mode: "minor" },
  { steps: [0, 2, 3, 5, 7, 8, 10], share: 3, mode: "minor", left: [1, 5] },
];
/** Degrees of a phrase's chords, one a bar. Phrases of the first list end open, those of the second on the tonic. */
const PHRASES = {
  major: [
    ["0 0 3 4", "0 3 0 4", "0 4 0 4", "0 0 0 4", "3 0 1 4", "0 5 1 4", "0 0 4 4"],
    ["0 3 4 0", "0 0 4 0", "3 0 4 0", "0 4 4 0", "5 1 4 0", "3 0 4 0", "4 4 0 0"],
  ],
  minor: [
    ["0 0 6 4", "0 6 0 4", "0 3 0 4", "0 0 6 6", "0 2 6 4", "0 6 0 6"],
    ["0 6 4 0", "0 3 4 0", "0 0 4 0", "5 6 0 0", "2 6 4 0", "0 6 0 0", "3 0 4 0"],
  ],
};
const FORMS = ["AABB", "AABA", "ABAB", "ABAC", "AABC"];
/** Lengths in half beats. */
const RHYTHMS = [
  [1, 1],
  [1, 1],
  [2],
  [2],
  [1.5, 0.5],
  [0.5, 0.5, 1],
  [0.5, 0.5, 0.5, 0.5],
  [2 / 3, 2 / 3, 2 / 3],
  [4 / 3, 2 / 3],
];
const PHRASE_BARS = 4;
const LONGEST_SECONDS = 24;

type Phrase = { degree: number; start: number; length: number }[];

/** A tune alone or over held chords, by its seed, in phrases that return and close as those of folk tunes do. */
export function composeFolkMelody(seed: number) {
  return new FolkMelody(new SeededRandom(seed * 3266489917 + 3)).compose();
}

class FolkMelody {
  private readonly notes: TimedNote[] = [];
  private readonly tonic: number;
  private readonly scale: (typeof SCALES)[number];
  private readonly beatsPerBar: number;
  private readonly bpm: number;
  private readonly palette: number[][];
  private readonly lowest: number;

  constructor(private readonly random: SeededRandom) {
    this.tonic = random.whole(0, 11);
    this.scale = this.drawScale();
    this.beatsPerBar = random.pick([2, 3, 4, 4]);
    this.bpm = random.between(70, 150);
    this.palette = Array.from({ length: 3 }, () => random.pick(RHYTHMS));
    // Tunes lie between two tonics or between two fifths.
    this.lowest = random.pick([0, 0, -3]);
  }

  private drawScale(): (typeof SCALES)[number] {
    const drawn = this.random.between(0, 100);
    let upTo = 0;
    const found = SCALES.find(({ share }) => {
      upTo += share;
      return drawn < upTo;
    });
    return found ?? (SCALES[0] as (typeof SCALES)[number]);
  }

  compose() {
    const { random, scale, tonic } = this;
    const parts = new Map(["A", "B", "C"].map((part) => [part, this.part(part === "B")]));
    const form = random.pick(FORMS);
    const beatSeconds = 60 / this.bpm;
    const bass = random.pick(["none", "none", "none", "chords", "chords", "drone"] as const);
    const durationSeconds = random.between(8, LONGEST_SECONDS);
    const octave = 48 + tonic + 12 * random.pick([0, 1, 1, 1, 2]);
    const phraseBeats = PHRASE_BARS * this.beatsPerBar;
    for (let index = 0; index * phraseBeats * beatSeconds < durationSeconds; index++) {
      const { melody, chords, shift } = parts.get(form.charAt(index % form.length)) ?? this.part(false);
      const from = index * phraseBeats;
      for (const { degree, start, length } of melody) {
        this.add(
          MELODY_CHANNEL,
          octave + this.semitones(degree) + shift,
          (from + start) * beatSeconds,
          length * 0.93 * beatSeconds,
          88,
        );
      }
      chords.forEach((root, bar) => {
        const at = (from + bar * this.beatsPerBar) * beatSeconds;
        const tones = bass === "drone" ? [0, 7] : [0, 2, 4].map((above) => this.chordTone(root, above) + shift);
        const every = bass === "none" ? [] : tones;
        for (const tone of every) this.add(CHORD_CHANNEL, 48 + tonic + tone, at, this.beatsPerBar * beatSeconds, 62);
      });
    }
    return { style: `tune, ${scale.mode}`, tonic, mode: scale.mode, durationSeconds, notes: this.notes };
  }

  /** A phrase; the second of a tune may lie in a neighbouring key. */
  private part(second: boolean) {
    const { random, scale } = this;
    const closed = random.chance(second ? 0.6 : 0.55);
    const away = second && random.chance(0.12);
    const chords = random
      .pick(PHRASES[scale.mode][closed ? 1 : 0] as string[])
      .split(" ")
      .map(Number);
    const shift = !away ? 0 : scale.mode === "major" ? random.pick([7, 7, 5]) - (random.chance(0.5) ? 12 : 0) : 3;
    return { melody: this.melody(chords, closed), chords, shift: away && scale.mode === "minor" ? 0 : shift };
  }

  private melody(chords: number[], closed: boolean): Phrase {
    const { random, beatsPerBar } = this;
    const phrase: Phrase = [];
    let degree = this.lowest === 0 ? random.pick([0, 0, 2, 4, 4, 7]) : random.pick([0, 0, 2, 4, -3]);
    const last = PHRASE_BARS * beatsPerBar;
    const held = random.pick([1, 2, 2]);
    for (let beat = 0; beat < last - held; beat++) {
      const chord = chords[Math.floor(beat / beatsPerBar)] ?? 0;
      let within = 0;
      for (const half of random.chance(0.8)
        ? (this.palette[beat % this.palette.length] ?? [2])
        : random.pick(RHYTHMS)) {
        if (phrase.length > 0) degree = this.next(degree, chord, within === 0);
        phrase.push({ degree, start: beat + within, length: half / 2 });
        within += half / 2;
      }
    }
    phrase.push({ degree: this.close(degree, closed), start: last - held, length: held });
    return phrase;
  }

  private next(degree: number, chord: number, onBeat: boolean): number {
    const { random } = this;
    const aim =
      degree +
      random.pick([-2, -1, -1, -1, 0, 1, 1, 1, 2]) +
      (degree < this.lowest ? 2 : degree > this.lowest + 8 ? -2 : 0);
    const fits = (d: number) =>
      this.allowed(d) && (!onBeat || random.chance(0.3) || [0, 2, 4].includes((((d - chord) % 7) + 7) % 7));
    for (let away = 0; away < 5; away++) for (const d of [aim + away, aim - away]) if (fits(d)) return d;
    return aim;
  }

  /** Closed phrases end on the tonic, now and then on its third or fifth; open ones around the fifth or second. */
  private close(from: number, closed: boolean): number {
    const goal = closed ? this.random.pick([0, 0, 0, 0, 0, 0, 0, 2, 4]) : this.random.pick([4, 4, 1, 1, 6, 2, 0]);
    const near = [goal - 7, goal, goal + 7].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
    return near[0] ?? goal;
  }

  private allowed(degree: number): boolean {
    return !this.scale.left?.includes(((degree % 7) + 7) % 7);
  }

  private semitones(degree: number): number {
    return (this.scale.steps[((degree % 7) + 7) % 7] ?? 0) + 12 * Math.floor(degree / 7);
  }

  private chordTone(root: number, above: number): number {
    return this.semitones(root + above);
  }

  private add(channel: number, pitch: number, startSeconds: number, lengthSeconds: number, velocity: number): void {
    const uneven = Math.max(0, startSeconds + this.random.bell() * 0.008);
    this.notes.push({
      channel,
      pitch,
      startSeconds: uneven,
      lengthSeconds,
      velocity: velocity + this.random.whole(-8, 8),
    });
  }
}
