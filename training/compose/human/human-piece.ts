import { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  MELODY_CHANNEL,
  type Mode,
  type TimedNote,
  type TrainingPiece,
} from "@/training/compose/composition";
import { HUMAN_STYLES, type HumanStyle, type Texture } from "@/training/compose/styles/human-styles";
import { SOLO_STYLES } from "@/training/compose/styles/solo-styles";
import { type Harmony, phraseHarmony, scaleOver } from "./human-harmony";
import { drawFreedom, type Freedom, freeBeats, secondsAt } from "./human-timing";
import { type Accompaniment, accompany } from "./textures";

const PHRASE_BARS = 4;
const LONGEST_SECONDS = 24;

/** Music without drums as people play it, by its seed: phrases and cadences, free tempo, rolled chords. */
export const composeHumanPiece = (seed: number) => composeOf(HUMAN_STYLES, seed);

/** The same with changing accompaniment, ornaments and doubled notes. */
export const composeSolo = (seed: number) => composeOf(SOLO_STYLES, seed);

function composeOf(styles: readonly HumanStyle[], seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2246822519 + 7);
  return new HumanComposer(seed, styles[seed % styles.length] as HumanStyle, random).compose();
}

class HumanComposer {
  private readonly notes: TimedNote[] = [];
  private readonly bpm: number;
  private readonly tonic: number;
  private readonly mode: Mode;
  private readonly bars: number;
  private readonly freedom: Freedom;
  private readonly beats: number[];
  /** Beats before the first bar line. */
  private readonly pickup: number;
  private readonly palette: number[][];
  private readonly texture: Texture;
  /** How far a second voice lies below the melody, in semitones; null without one. */
  private readonly doubledAt: number | null;
  private readonly accent: number;
  private readonly held: number;

  constructor(
    private readonly seed: number,
    private readonly style: HumanStyle,
    private readonly random: SeededRandom,
  ) {
    const { beatsPerBar } = style;
    this.bpm = Math.max(42, Math.min(200, style.bpm * 2 ** (style.octaves * random.bell())));
    this.tonic = random.whole(0, 11);
    this.mode = random.chance(0.55) ? "major" : "minor";
    this.freedom = drawFreedom(random, style.freedom);
    if (style.varied) this.freedom.arch = random.between(0, style.varied.arch);
    this.doubledAt = style.varied && random.chance(style.varied.doubling) ? random.pick([-12, -12, -9, -4]) : null;
    this.pickup = random.chance(0.3) ? 1 : 0;
    const seconds = random.between(9, 22);
    this.bars = Math.max(PHRASE_BARS, Math.ceil((seconds * this.bpm) / 60 / beatsPerBar));
    const count = this.bars * beatsPerBar + this.pickup + 2;
    const start = random.pick([0, 0.01, random.between(0, 0.9)]);
    this.beats = freeBeats(random, this.freedom, count, PHRASE_BARS * beatsPerBar, this.bpm, start);
    this.palette = Array.from({ length: random.whole(2, 4) }, () => cellOf(random.pick(style.cells)));
    this.texture = random.pick(style.textures);
    this.accent = random.between(0, 0.16);
    this.held = random.between(0.6, 1.6);
  }

  compose(): TrainingPiece {
    const { style, random } = this;
    const harmony = this.harmony();
    this.melody(harmony);
    this.accompaniment(harmony);
    const last = secondsAt(this.beats, this.pickup + this.bars * style.beatsPerBar);
    const durationSeconds = Math.min(LONGEST_SECONDS, last + random.between(0, 1.5));
    const heard = this.beats.filter((seconds) => seconds < durationSeconds);
    const downbeat = this.pickup;
    return {
      seed: this.seed,
      style: style.name,
      bpm: (60 * (heard.length - 1)) / ((heard.at(-1) ?? 1) - (heard[0] ?? 0)),
      tonic: this.tonic,
      mode: this.mode,
      beatsPerBar: style.compound ? 4 : style.beatsPerBar === 2 ? 4 : style.beatsPerBar,
      beatSeconds: heard.slice(downbeat),
      durationSeconds,
      loop: false,
      drumsOnly: false,
      compound: style.compound,
      programs: [
        { channel: CHORD_CHANNEL, program: random.pick(style.programs.chords) },
        { channel: BASS_CHANNEL, program: random.pick(style.programs.chords) },
        { channel: MELODY_CHANNEL, program: random.pick(style.programs.melody) },
      ],
      notes: this.notes.sort((a, b) => a.startSeconds - b.startSeconds),
    };
  }

  /** Chords bar by bar. Open and closed phrases take turns; a later one may visit a neighbouring key. */
  private harmony(): Harmony[][] {
    const { random, style, mode } = this;
    const bars: Harmony[][] = [];
    const first = random.whole(0, 1);
    for (let phrase = 0; bars.length < this.bars; phrase++) {
      const closed = (phrase + first) % 2 === 1;
      const away = !style.plainHarmony && phrase > 0 && random.chance(0.22);
      const there = away ? "major" : mode;
      const shift = away ? (mode === "major" ? 7 : 3) : 0;
      for (const bar of phraseHarmony(random, there, closed, style.plainHarmony)) {
        bars.push(bar.map((chord) => ({ ...chord, root: (chord.root + shift) % 12 })));
      }
    }
    return bars.slice(0, this.bars);
  }

  /** Adds a note `lead` seconds before its beat, as unevenly as the player plays. */
  private play(channel: number, pitch: number, beat: number, beats: number, velocity: number, lead = 0): void {
    const at = this.pickup + beat;
    const from = secondsAt(this.beats, at);
    const lengthSeconds = Math.max(0.05, secondsAt(this.beats, at + beats) - from);
    const startSeconds = Math.max(0, from - lead + this.random.bell() * this.freedom.jitterSeconds);
    const phase = (beat / (PHRASE_BARS * this.style.beatsPerBar)) % 1;
    const strong = 1 + (Number.isInteger(beat) ? this.accent : 0) + 0.15 * Math.sin(Math.PI * phase);
    const played = Math.round(Math.max(14, Math.min(120, velocity * strong + this.random.bell() * 6)));
    this.notes.push({ channel, pitch, startSeconds, lengthSeconds, velocity: played });
  }

  private melody(harmony: Harmony[][]): void {
    const { random, style } = this;
    const motif = Array.from({ length: style.beatsPerBar * 2 }, () => random.pick(this.palette));
    let pitch = 60 + this.tonic + random.pick([0, 4, 7, 12]) - (this.tonic > 6 ? 12 : 0);
    const total = this.bars * style.beatsPerBar;
    for (let beat = -this.pickup; beat < total; ) {
      const bar = Math.max(0, Math.floor(beat / style.beatsPerBar));
      const chord = chordAt(harmony[bar], (beat - bar * style.beatsPerBar) / style.beatsPerBar);
      const repeated = random.chance(0.75) ? motif[(beat + motif.length) % motif.length] : null;
      const closing = (bar + 1) % PHRASE_BARS === 0 && beat % style.beatsPerBar === 0;
      const cell =
        closing && random.chance(0.6)
          ? [12 * Math.max(1, style.beatsPerBar - 1)]
          : (repeated ?? random.pick(this.palette));
      let within = 0;
      for (const twelfths of cell) {
        const length = Math.abs(twelfths) / 12;
        pitch = this.next(pitch, chord, within === 0);
        if (twelfths > 0) this.sing(pitch, beat + within, length * 0.95);
        within += length;
      }
      beat += Math.max(1, Math.round(within));
    }
  }

  /** Adds a note of the melody, doubled or ornamented if the style does so. */
  private sing(pitch: number, beat: number, beats: number): void {
    const { random, doubledAt, style } = this;
    const lead = this.freedom.leadSeconds;
    this.play(MELODY_CHANNEL, pitch, beat, beats, 84, lead);
    if (doubledAt !== null) this.play(MELODY_CHANNEL, pitch + doubledAt, beat, beats, 70, lead);
    if (!style.varied || !random.chance(style.varied.ornament)) return;
    const above = pitch + random.pick([1, 2]);
    const trill = beats > 0.9 && random.chance(0.3);
    if (!trill) this.play(MELODY_CHANNEL, above, beat, 0.1, 66, lead + random.between(0.04, 0.09));
    for (let at = 1 / 8; trill && at < beats; at += 1 / 8) {
      this.play(MELODY_CHANNEL, Math.round(at * 8) % 2 ? above : pitch, beat + at, 1 / 8, 62, lead);
    }
  }

  /** The next pitch of the melody: mostly a tone of the chord on the beat, a step of the scale elsewhere. */
  private next(pitch: number, chord: Harmony, onBeat: boolean): number {
    const { random } = this;
    const tones = [0, chord.third, chord.fifth].map((above) => (chord.root + above) % 12);
    const allowed = onBeat && random.chance(0.75) ? tones : scaleOver(chord, this.mode);
    const aim = pitch + random.pick([-4, -2, -2, -1, 1, 2, 2, 4]) + (pitch > 81 ? -5 : pitch < 62 ? 5 : 0);
    if (!onBeat && random.chance(0.03)) return pitch + random.pick([-1, 1]);
    for (let away = 0; away < 7; away++) {
      for (const candidate of [aim + away, aim - away]) {
        if (allowed.includes((((candidate - this.tonic) % 12) + 12) % 12)) return candidate;
      }
    }
    return aim;
  }

  private accompaniment(harmony: Harmony[][]): void {
    const { random, style } = this;
    const plan: Accompaniment = {
      texture: this.texture,
      beatsPerBar: style.beatsPerBar,
      parts: style.compound ? 3 : random.pick([2, 2, 4, this.bpm < 90 ? 4 : 2]),
      every: random.pick([1, 1, 2, style.beatsPerBar]),
      tonic: this.tonic,
    };
    const velocity = random.between(48, 74);
    const rolled = this.freedom.rollSeconds;
    harmony.forEach((chords, bar) => {
      const turn = style.varied && bar > 0 && bar % PHRASE_BARS === 0 && random.chance(style.varied.textureChange);
      if (turn) plan.texture = random.pick(style.textures);
      for (const { pitches, beat, beats, bass } of accompany(plan, chords)) {
        const roll = pitches.length > 1 && random.chance(0.3) ? rolled : 0;
        pitches.forEach((pitch, index) => {
          const late = index * roll;
          const at = bar * style.beatsPerBar + beat;
          this.play(bass ? BASS_CHANNEL : CHORD_CHANNEL, pitch, at, beats * this.held, velocity, -late);
        });
      }
    });
  }
}

const chordAt = (chords: Harmony[] | undefined, share: number): Harmony =>
  chords?.[Math.min(chords.length - 1, Math.floor(share * chords.length))] ?? {
    root: 0,
    third: 4,
    fifth: 7,
    seventh: null,
  };

/** Twelfths of a beat, rests negative. */
const cellOf = (line: string) => line.split(" ").map(Number);
