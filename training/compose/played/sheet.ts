import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Mode, TimedNote } from "@/training/compose/composition";
import { secondsAt } from "@/training/compose/human/human-timing";
import type { Metre } from "./bar-rhythms";
import { drawQuantile } from "./drawing";
import { type Player, playedBeats } from "./played-timing";

/** What is settled before a note is written. */
export type Frame = {
  metre: Metre;
  bpm: number;
  player: Player;
  tonic: number;
  mode: Mode;
  bars: number;
  /** Beats before the first bar line. */
  pickup: number;
};

/** Seconds from the first to the last note of a chord of two, three, four and more notes, by quantiles. */
const CHORD_SPREADS = [
  [0.001, 0.005, 0.0115, 0.022, 0.06],
  [0.004, 0.0115, 0.02, 0.034, 0.087],
  [0.0065, 0.0143, 0.024, 0.041, 0.099],
  [0.0083, 0.0167, 0.028, 0.047, 0.116],
] as const;
/** How much a player's notes stray within a beat, in seconds, if the beat is not played by a machine. */
const STRAY_SECONDS = 0.017;
/** How loud a note is by its place. */
const DOWNBEAT_ACCENT = 5;
const BEAT_ACCENT = 3;

/** The notes of a piece while it is written: beats go in, played notes come out. */
export class Sheet {
  readonly notes: TimedNote[] = [];
  readonly beats: number[];
  /** How exactly notes are placed: 0 for a machine. */
  readonly human: number;
  private readonly accent: number;
  private readonly loudness: Float64Array;

  constructor(
    readonly random: SeededRandom,
    readonly frame: Frame,
  ) {
    const { metre, bars, pickup, bpm, player } = frame;
    const count = pickup + bars * metre.beatsPerBar + 2;
    const closes = random.chance(0.3);
    this.beats = playedBeats(random, { bpm, count, beatsPerBar: metre.beatsPerBar, pickup, player, closes });
    const steps = this.beats.slice(1).map((seconds, i) => seconds - (this.beats[i] as number));
    const even = steps.every((step) => Math.abs(step - (steps[0] as number)) < 1e-9);
    this.human = player === "pianist" ? 1 : even ? (random.chance(0.5) ? 0 : 0.25) : 0.6;
    this.accent = random.between(0, 1.8);
    this.loudness = swelling(random, count);
  }

  /** When a fractional beat falls; beat 0 is the first bar line. */
  secondsAt(beat: number): number {
    return secondsAt(this.beats, Math.max(0, this.frame.pickup + beat));
  }

  /** A note or chord, as unevenly as the player plays; `late` is in seconds. Chords are spread from below. */
  strike(channel: number, pitches: readonly number[], beat: number, beats: number, velocity: number, late = 0): void {
    const { random, human } = this;
    const whole = Math.abs(beat - Math.round(beat)) < 1e-6;
    const at = this.secondsAt(beat);
    const stray = human * (whole ? 0.3 : 1) * STRAY_SECONDS * random.bell();
    const quantiles = CHORD_SPREADS[Math.min(3, pitches.length - 2)];
    const spread = quantiles && human > 0 ? human * drawQuantile(random, quantiles) : 0;
    const downwards = random.chance(0.15);
    pitches.forEach((pitch, i) => {
      const place = pitches.length > 1 ? (downwards ? pitches.length - 1 - i : i) / (pitches.length - 1) : 0;
      const startSeconds = Math.max(0, at + stray + late + (place - (whole ? 0.5 : 0)) * spread);
      const lengthSeconds = Math.max(0.05, this.secondsAt(beat + beats) - at);
      this.notes.push({ channel, pitch, startSeconds, lengthSeconds, velocity: this.loud(velocity, beat, whole) });
    });
  }

  private loud(velocity: number, beat: number, whole: boolean): number {
    const { beatsPerBar } = this.frame.metre;
    const place = ((Math.round(beat) % beatsPerBar) + beatsPerBar) % beatsPerBar;
    const metrical = whole ? (place === 0 ? DOWNBEAT_ACCENT : BEAT_ACCENT) : 0;
    const swell = this.loudness[Math.max(0, Math.min(this.loudness.length - 1, Math.round(beat)))] as number;
    const noise = (2 + 6 * this.human) * this.random.bell();
    return Math.round(Math.max(18, Math.min(124, velocity + this.accent * metrical + swell + noise)));
  }
}

/** Loudness that rises and falls over some beats. */
function swelling(random: SeededRandom, count: number): Float64Array {
  const much = random.between(2, 12);
  let level = much * random.bell();
  return new Float64Array(count).map(() => {
    level = 0.8 * level + 0.6 * much * random.bell();
    return level;
  });
}
