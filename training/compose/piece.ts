import { SeededRandom } from "@/bench/statistics/seeded-random";
import { compingStrikes } from "./comping";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  DRUM_CHANNEL,
  DRUM_PITCHES,
  MELODY_CHANNEL,
  type Mode,
  PROGRESSIONS,
  SCALES,
  type TimedNote,
  type TrainingPiece,
  WALK,
} from "./composition";
import type { Bass, Comping, Drum, Style } from "./styles/style";
import { STYLES } from "./styles/styles";
import { TERNARY_SEED, TERNARY_STYLES } from "./styles/ternary-styles";

/** A piece by its seed, from which style, tempo, key, arrangement and playing are drawn. */
export function composePiece(seed: number): TrainingPiece {
  const styles = seed < TERNARY_SEED ? STYLES : TERNARY_STYLES;
  return composeIn(styles[seed % styles.length] as Style, seed);
}

/** A piece in a given style; everything else is drawn from the seed. */
export function composeIn(style: Style, seed: number): TrainingPiece {
  return new Composer(seed, style, new SeededRandom(seed * 2654435761)).compose();
}

/** The same from a source of chance that was drawn from before; a loop takes `longestSeconds` at most. */
export function composeDrawn(seed: number, style: Style, random: SeededRandom, longestSeconds: number): TrainingPiece {
  return new Composer(seed, style, random, longestSeconds).compose();
}

class Composer {
  private readonly notes: TimedNote[] = [];
  private readonly bpm: number;
  private readonly tonic: number;
  private readonly mode: Mode;
  private readonly loop: boolean;
  private readonly bars: number;
  private readonly swing: number;
  private readonly jitterSeconds: number;
  private readonly swayShare: number;
  private readonly swayPeriodBeats: number;
  private readonly hasDrums: boolean;
  private readonly drumsOnly: boolean;
  private readonly progression: number[];
  private readonly offsetSeconds: number;
  /** Chance that a step of a drum pattern is changed. */
  private readonly mutation: number;

  constructor(
    private readonly seed: number,
    private readonly style: Style,
    private readonly random: SeededRandom,
    longestSeconds = Number.POSITIVE_INFINITY,
  ) {
    const raw = random.between(...style.bpm);
    this.bpm = random.chance(0.7) ? Math.round(raw) : Math.round(raw * 10) / 10;
    this.tonic = random.whole(0, 11);
    this.mode = random.chance(0.5) ? "major" : "minor";
    this.hasDrums = random.chance(style.drumChance);
    this.loop = random.chance(style.loopChance ?? (this.hasDrums ? 0.35 : 0.15));
    this.drumsOnly = this.hasDrums && random.chance(style.drumsOnlyChance ?? (this.loop ? 0.6 : 0.08));
    this.mutation = random.chance(0.5) ? random.between(0, 0.12) : 0;
    const barSeconds = (style.beatsPerBar * 60) / this.bpm;
    const wanted = this.loop ? random.pick([1, 1, 2, 2, 2, 4, 4, 8]) : Math.ceil(random.between(14, 30) / barSeconds);
    const most = Math.max(1, Math.floor(longestSeconds / barSeconds));
    this.bars = Math.min(most, Math.max(wanted, Math.ceil(1.4 / barSeconds)));
    this.swing = random.between(...style.swing);
    this.jitterSeconds = random.between(...style.jitterMs) / 1000;
    this.swayShare = this.loop ? 0 : random.between(...style.sway);
    this.swayPeriodBeats = random.between(8, 40);
    this.progression = random.pick(PROGRESSIONS[this.mode]);
    this.offsetSeconds = this.loop ? 0 : random.pick([0, random.between(0, 1)]);
  }

  compose(): TrainingPiece {
    const { style, random } = this;
    if (this.hasDrums) this.drums();
    if (!this.drumsOnly) {
      this.comping(random.pick(style.comping));
      this.bassLine(random.pick(style.bass));
      if (random.chance(style.melodyChance)) this.melody();
    }
    const lengthSeconds = (this.bars * style.beatsPerBar * 60) / this.bpm;
    return {
      seed: this.seed,
      style: style.name,
      bpm: this.bpm,
      tonic: this.tonic,
      mode: this.mode,
      beatsPerBar: style.beatsPerBar,
      beatSeconds: Array.from({ length: this.bars * style.beatsPerBar }, (_, beat) => this.swayed(beat)),
      durationSeconds: this.loop ? lengthSeconds : Math.min(30, lengthSeconds),
      loop: this.loop,
      drumsOnly: this.drumsOnly,
      programs: [
        { channel: CHORD_CHANNEL, program: random.pick(style.programs.chords) },
        { channel: BASS_CHANNEL, program: random.pick(style.programs.bass) },
        { channel: MELODY_CHANNEL, program: random.pick(style.programs.melody) },
      ],
      notes: this.notes,
    };
  }

  private get stepsPerBar(): number {
    return this.style.beatsPerBar * this.style.stepsPerBeat;
  }

  /** When a step falls, with swing and the player's inaccuracy. */
  private timeOf(step: number): number {
    const { stepsPerBeat } = this.style;
    const beat = Math.floor(step / stepsPerBeat);
    let within = (step - beat * stepsPerBeat) / stepsPerBeat;
    if (stepsPerBeat === 4)
      within = within < 0.5 ? within * 2 * this.swing : this.swing + (within - 0.5) * 2 * (1 - this.swing);
    return Math.max(0, this.swayed(beat + within) + this.random.bell() * this.jitterSeconds);
  }

  /** When a beat falls, with the sway of the tempo. */
  private swayed(beats: number): number {
    const angle = (2 * Math.PI * beats) / this.swayPeriodBeats;
    const swayed = beats + (this.swayShare * this.swayPeriodBeats * Math.sin(angle)) / (2 * Math.PI);
    return this.offsetSeconds + (swayed * 60) / this.bpm;
  }

  private add(channel: number, pitch: number, step: number, steps: number, velocity: number): void {
    const lengthSeconds = (steps * 60) / this.bpm / this.style.stepsPerBeat;
    const played = Math.round(Math.max(12, Math.min(127, velocity + this.random.bell() * 5)));
    this.notes.push({ channel, pitch, startSeconds: this.timeOf(step), lengthSeconds, velocity: played });
  }

  private drums(): void {
    const { random, stepsPerBar } = this;
    const entersAt = this.loop || random.chance(0.7) ? 0 : random.whole(1, 2) * stepsPerBar;
    for (const [drum, variants] of Object.entries(this.style.drums) as [Drum, string[]][]) {
      const pattern = this.mutated(random.pick(variants), drum);
      const pitch = random.pick(DRUM_PITCHES[drum]);
      const loud = random.between(85, 118);
      for (let step = entersAt; step < this.bars * stepsPerBar; step++) {
        const hit = pattern[step % pattern.length];
        if (hit === "x") this.add(DRUM_CHANNEL, pitch, step, 1, loud);
        else if (hit === "o") this.add(DRUM_CHANNEL, pitch, step, 1, loud * 0.6);
        else if (hit === "?" && random.chance(0.4)) this.add(DRUM_CHANNEL, pitch, step, 1, loud * 0.85);
      }
    }
  }

  /** The pattern with some steps changed; a snare, which marks the back beat, only gains soft notes. */
  private mutated(pattern: string, drum: Drum): string {
    const silent = !/[xo?]/.test(pattern);
    return [...pattern]
      .map((hit) => {
        if (silent || !this.random.chance(this.mutation)) return hit;
        if (hit === ".") return "o";
        return drum === "snare" || drum === "clap" ? hit : ".";
      })
      .join("");
  }

  private chordPitches(bar: number): number[] {
    const degree = this.degreeOf(bar);
    const third = this.pitchOf(degree + 2, 4);
    // The dominant of a minor key mostly takes the raised seventh.
    const raised = this.mode === "minor" && degree === 4 ? third + 1 : third;
    const seventh = this.random.chance(0.15) ? [this.pitchOf(degree + 6, 4)] : [];
    return [this.pitchOf(degree, 4), raised, this.pitchOf(degree + 4, 4), ...seventh].map((p) => (p > 71 ? p - 12 : p));
  }

  private degreeOf(bar: number): number {
    return this.progression[bar % this.progression.length] ?? 0;
  }

  private pitchOf(degree: number, octave: number): number {
    const scale = SCALES[this.mode];
    return 12 * (octave + 1 + Math.floor(degree / 7)) + this.tonic + (scale[((degree % 7) + 7) % 7] ?? 0);
  }

  private comping(kind: Comping): void {
    const { stepsPerBar, random } = this;
    const velocity = random.between(55, 95);
    const syncopation = Array.from({ length: stepsPerBar }, (_, s) => s === 0 || random.chance(s % 2 ? 0.12 : 0.3));
    const strikes = compingStrikes(kind, this.style, syncopation);
    for (let bar = 0; bar < this.bars; bar++) {
      // Drawn even if nothing is played: everything after it depends on the number of draws.
      const chord = this.chordPitches(bar);
      if (strikes.length === 0) return;
      for (const { step, steps, loudness, tone } of strikes) {
        const pitches = tone === undefined ? chord : [chord[tone % chord.length] ?? 60];
        for (const pitch of pitches)
          this.add(CHORD_CHANNEL, pitch, bar * stepsPerBar + step, steps, velocity * loudness);
      }
    }
  }

  private bassLine(kind: Bass): void {
    const { stepsPerBar, random } = this;
    const { stepsPerBeat } = this.style;
    const velocity = random.between(75, 110);
    const rhythm = Array.from({ length: stepsPerBar }, (_, s) => s === 0 || random.chance(s % 2 ? 0.1 : 0.3));
    for (let bar = 0; bar < this.bars; bar++) {
      const degree = this.degreeOf(bar);
      const root = this.pitchOf(degree, 2);
      const play = (pitch: number, step: number, steps: number) =>
        this.add(BASS_CHANNEL, pitch > 48 ? pitch - 12 : pitch, bar * stepsPerBar + step, steps, velocity);
      const eighth = stepsPerBeat === 4 ? 2 : 1;
      if (kind === "long") play(root, 0, stepsPerBar);
      if (kind === "oompah") play(root, 0, stepsPerBeat);
      for (let s = 0; s < stepsPerBar; s++) {
        const beat = s / stepsPerBeat;
        const onBeat = Number.isInteger(beat);
        if (kind === "roots" && onBeat && beat % 2 === 0)
          play(beat === 0 ? root : this.pitchOf(degree + 4, 1), s, stepsPerBeat);
        if (kind === "walking" && onBeat) play(this.pitchOf(degree + (WALK[beat % 4] ?? 0), 2), s, stepsPerBeat);
        if (kind === "eighths" && s % eighth === 0) play(root, s, eighth * 0.9);
        if (kind === "octaves" && s % eighth === 0) play(root + (s % stepsPerBeat === 0 ? 0 : 12), s, eighth * 0.9);
        if (kind === "syncopated" && rhythm[s]) play(random.chance(0.8) ? root : this.pitchOf(degree + 4, 2), s, 2);
      }
    }
  }

  private melody(): void {
    const { random, stepsPerBar } = this;
    const { stepsPerBeat } = this.style;
    const lengths = stepsPerBeat === 3 ? [1, 1, 1, 2, 3, 3] : [2, 2, 2, 4, 4, 6, 8, 1];
    const velocity = random.between(75, 112);
    let degree = random.whole(0, 6);
    for (let step = 0; step < this.bars * stepsPerBar; ) {
      const left = stepsPerBeat - (step % stepsPerBeat);
      let length = random.pick(lengths);
      // Mostly nothing is tied over a beat, so that the beat can be heard.
      if (length > left && random.chance(0.7)) length = left;
      degree = Math.max(-3, Math.min(9, degree + random.whole(-2, 2)));
      if (step % stepsPerBar === 0) degree = this.degreeOf(step / stepsPerBar) + random.pick([0, 2, 4]);
      const accent = step % stepsPerBeat === 0 ? 1.05 : 0.92;
      if (random.chance(0.9)) this.add(MELODY_CHANNEL, this.pitchOf(degree, 5), step, length * 0.9, velocity * accent);
      step += length;
    }
    if (this.mode === "minor") this.raiseLeadingNotes();
  }

  /** A seventh that steps up to the tonic is mostly raised in minor. */
  private raiseLeadingNotes(): void {
    const melody = this.notes.filter((note) => note.channel === MELODY_CHANNEL);
    for (const [index, note] of melody.entries()) {
      const next = melody[index + 1];
      if (next && (note.pitch - this.tonic) % 12 === 10 && next.pitch === note.pitch + 2) note.pitch++;
    }
  }
}
