import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  filtered,
  oscillator,
  SOUND_RATE_HZ,
  shaped,
  silence,
  type Wave,
  whiteNoise,
} from "@/training/sounds/signal-blocks";

// What electronic notes are made of: contours, stacks of oscillators, frequency modulation, plucked strings.

export type Contour = { attack: number; decay: number; sustain: number; hold: number; release: number };

export function enveloped(sound: Float32Array, { attack, decay, sustain, hold, release }: Contour): Float32Array {
  const end = attack + decay + hold;
  return shaped(sound, [
    [0, 0],
    [attack, 1],
    [attack + decay, sustain],
    [end, sustain],
    [end + release, 0],
  ]);
}

export const lengthOf = ({ attack, decay, hold, release }: Contour) => attack + decay + hold + release;

/** A stack of oscillators on one note. */
export function stack(random: SeededRandom, hz: (t: number) => number, seconds: number): Float32Array {
  const wave = random.pick<Wave>(["saw", "saw", "square", "pulse", "triangle", "sine"]);
  const voices = random.pick([1, 1, 2, 3, 5]);
  const detune = random.between(0.001, 0.012);
  const out = silence(seconds);
  for (let v = 0; v < voices; v++) {
    const factor = 1 + detune * (v - (voices - 1) / 2);
    addInto(
      out,
      oscillator(wave, seconds, (t) => factor * hz(t), random.next()),
      1 / voices,
    );
  }
  return out;
}

/** Frequency modulation of one sine by another, ever less deep. Chowning, 1973. */
export function modulated(
  random: SeededRandom,
  hz: number,
  seconds: number,
  depth: number,
  ratio: number,
): Float32Array {
  const fall = between(random, 0.03, 1.5);
  let carrier = 0;
  let modulator = 0;
  return silence(seconds).map((_, i) => {
    const t = i / SOUND_RATE_HZ;
    modulator += (2 * Math.PI * hz * ratio) / SOUND_RATE_HZ;
    carrier += (2 * Math.PI * hz) / SOUND_RATE_HZ;
    return Math.sin(carrier + depth * Math.exp(-t / fall) * Math.sin(modulator));
  });
}

/** A plucked string: a delay line filled with noise. Karplus & Strong, 1983. */
export function plucked(random: SeededRandom, hz: number, seconds: number): Float32Array {
  const period = Math.max(2, Math.round(SOUND_RATE_HZ / hz));
  const line = filtered(whiteNoise(random, period / SOUND_RATE_HZ), "low", between(random, 500, 12000));
  const keep = 0.5 ** (1 / (hz * between(random, 0.1, 1.5)));
  const dullness = random.between(0.1, 0.6);
  let previous = 0;
  return silence(seconds).map((_, i) => {
    const here = line[i % period] as number;
    line[i % period] = keep * ((1 - dullness) * here + dullness * previous);
    previous = here;
    return here;
  });
}
