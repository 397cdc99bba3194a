import { StereoBuffer } from "./stereo-buffer";
import { bass, clap, electricPiano, hat, kick, pad, pluck, snare, subBass, type Voice } from "./voices";

const STEPS_PER_BAR = 16;

/** A loop of whole bars in 4/4. Its length is exact, so its tempo is exact too. */
class Loop {
  readonly buffer: StereoBuffer;
  readonly #stepSeconds: number;
  readonly #swing: number;
  #seed = 1;

  /** `swing` delays every second sixteenth by this fraction of a step. */
  constructor(
    readonly bpm: number,
    readonly bars: number,
    swing = 0,
  ) {
    this.#stepSeconds = 60 / bpm / 4;
    this.#swing = swing;
    this.buffer = new StereoBuffer(this.#stepSeconds * STEPS_PER_BAR * bars);
  }

  /** Start of a step in seconds. Steps are sixteenths, counted from the start. */
  at(step: number): number {
    return (step + (step % 2 === 1 ? this.#swing : 0)) * this.#stepSeconds;
  }

  lasting(steps: number): number {
    return steps * this.#stepSeconds;
  }

  /** One hit for each `x` (loud) and `o` (soft) among a bar's 16 steps, repeated over all bars. */
  hits(bar: string, voice: (seed: number) => Voice, lengthSeconds: number, gain: number, pan = 0): this {
    for (let step = 0; step < STEPS_PER_BAR * this.bars; step++) {
      const mark = bar[step % bar.length];
      if (mark === "x" || mark === "o") {
        this.buffer.add(this.at(step), lengthSeconds, voice(this.#seed++), mark === "x" ? gain : gain * 0.45, pan);
      }
    }
    return this;
  }

  /** Adds notes, each as `[step, midi, steps]`. */
  notes(
    notes: [number, number, number][],
    voice: (midi: number, seconds: number) => Voice,
    gain: number,
    pan = 0,
  ): this {
    for (const [step, midi, steps] of notes) {
      this.buffer.add(this.at(step), this.lasting(steps), voice(midi, this.lasting(steps)), gain, pan);
    }
    return this;
  }
}

const kicks = () => kick();
const openHat = (seed: number) => hat(seed, 0.16);
const closedHat = (seed: number) => hat(seed);

export function houseDrums(): StereoBuffer {
  return new Loop(124, 4)
    .hits("x...x...x...x...", kicks, 0.4, 0.9)
    .hits("....x.......x...", clap, 0.35, 0.5)
    .hits("..x...x...x...x.", openHat, 0.3, 0.4, 0.2)
    .hits("x.o.x.o.x.o.x.oo", closedHat, 0.1, 0.25, -0.25)
    .buffer.finish(0.9);
}

export function trapDrums(): StereoBuffer {
  return new Loop(140, 4)
    .hits("x.....x...x.....x..x......x.....", kicks, 0.5, 0.9)
    .hits("........x...............x.......", snare, 0.4, 0.7)
    .hits("x.x.x.x.x.xxx.x.", closedHat, 0.08, 0.3, 0.15)
    .hits("..............x.", openHat, 0.3, 0.3, 0.3)
    .buffer.finish(0.9);
}

export function breakbeat(): StereoBuffer {
  return new Loop(174, 4)
    .hits("x.........x.....", kicks, 0.3, 0.9)
    .hits("....x..o.o..x..o", snare, 0.3, 0.75)
    .hits("x.x.x.x.x.x.x.x.", closedHat, 0.09, 0.35, 0.2)
    .buffer.finish(0.9);
}

export function swungDrums(): StereoBuffer {
  return new Loop(90, 4, 0.33)
    .hits("x......x.xx.....", kicks, 0.4, 0.9)
    .hits("....x.......x..o", snare, 0.35, 0.65)
    .hits("xoxoxoxoxoxoxoxo", closedHat, 0.08, 0.3, -0.2)
    .buffer.finish(0.9);
}

/** A minor, on its root. */
export function acidBass(): StereoBuffer {
  const bar = [33, 33, 45, 33, 36, 33, 40, 43];
  const notes = Array.from({ length: 4 * 8 }, (_, index): [number, number, number] => {
    const midi = bar[index % bar.length] ?? 33;
    return [index * 2, index >= 24 ? midi - 2 : midi, 1.6];
  });
  return new Loop(128, 4).notes(notes, bass, 0.7).buffer.finish(0.85);
}

/** D flat major: I, vi, IV, V. */
export function warmPad(): StereoBuffer {
  const chords = [
    [49, 56, 61, 65],
    [46, 53, 61, 65],
    [42, 54, 58, 61],
    [44, 56, 60, 63],
  ];
  const loop = new Loop(96, 4);
  for (const [bar, chord] of chords.entries()) {
    for (const [voice, midi] of chord.entries()) loop.notes([[bar * 16, midi, 17]], pad, 0.3, (voice - 1.5) / 3);
  }
  return loop.buffer.finish(0.7);
}

/** F sharp minor: i, VI, iv, V7. Without the raised seventh it would be A major just as well. */
export function electricKeys(): StereoBuffer {
  const chords = [
    [42, 57, 61, 66],
    [38, 57, 61, 66],
    [47, 57, 62, 66],
    [49, 56, 59, 65],
  ];
  const loop = new Loop(84, 4, 0.2);
  for (const [bar, chord] of chords.entries()) {
    for (const [voice, midi] of chord.entries()) {
      loop.notes(
        [
          [bar * 16 + voice * 0.06, midi, 7],
          [bar * 16 + 10, midi, 5],
        ],
        electricPiano,
        0.35,
        (voice - 1.5) / 4,
      );
    }
  }
  loop.buffer.echo(loop.lasting(3), 0.2);
  return loop.buffer.finish(0.75);
}

/** C minor, up and down. */
export function arpeggio(): StereoBuffer {
  const bars = [
    [60, 63, 67, 72, 75, 72, 67, 63],
    [56, 60, 63, 68, 72, 68, 63, 60],
    [58, 62, 65, 70, 74, 70, 65, 62],
    [55, 58, 62, 67, 70, 67, 62, 58],
  ];
  const loop = new Loop(110, 4);
  for (const [bar, tones] of bars.entries()) {
    loop.notes(
      tones.map((midi, index): [number, number, number] => [bar * 16 + index * 2, midi, 2.6]),
      pluck,
      0.6,
    );
  }
  loop.buffer.echo(loop.lasting(3), 0.35);
  return loop.buffer.finish(0.8);
}

export function oneShot(voice: Voice, lengthSeconds: number): StereoBuffer {
  const buffer = new StereoBuffer(lengthSeconds);
  buffer.add(0, lengthSeconds, voice);
  return buffer.finish(0.9, 0.02);
}

export function longSubBass(): StereoBuffer {
  return oneShot(subBass(29, 2.2, -5), 2.2);
}

/** G minor, eight bars: chords alone, then with drums and bass, then with a tune on top. */
export function shortTrack(): StereoBuffer {
  const loop = new Loop(122, 8);
  const chords = [
    [55, 58, 62],
    [51, 55, 58],
    [58, 62, 65],
    [53, 57, 60],
  ];
  for (let bar = 0; bar < 8; bar++) {
    const chord = chords[bar % 4] ?? [];
    for (const [voice, midi] of chord.entries()) loop.notes([[bar * 16, midi, 16]], pad, 0.2, (voice - 1) / 2);
    if (bar < 2) continue;
    const root = (chord[0] ?? 55) - 24;
    loop.notes(
      [0, 3, 6, 10, 14].map((step): [number, number, number] => [bar * 16 + step, root, 2]),
      bass,
      0.4,
    );
    for (const beat of [0, 4, 8, 12]) loop.buffer.add(loop.at(bar * 16 + beat), 0.4, kick(), 0.8);
    for (const beat of [4, 12]) loop.buffer.add(loop.at(bar * 16 + beat), 0.35, snare(bar * 16 + beat), 0.4);
    for (let step = 2; step < 16; step += 4)
      loop.buffer.add(loop.at(bar * 16 + step), 0.2, hat(bar * 16 + step, 0.09), 0.3, 0.2);
  }
  const tune = [74, 70, 67, 70, 74, 75, 74, 72, 70, 65, 70, 74, 72, 69, 65, 69];
  loop.notes(
    tune.map((midi, index): [number, number, number] => [64 + index * 4, midi, 3.5]),
    pluck,
    0.45,
    -0.15,
  );
  return loop.buffer.finish(0.9, 0.05);
}
