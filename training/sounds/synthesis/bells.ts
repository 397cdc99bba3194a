import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  filtered,
  modes,
  SOUND_RATE_HZ,
  silence,
  whiteNoise,
} from "@/training/sounds/signal-blocks";
import { modulated } from "./tones";

// What is struck and rings: bells, chimes, bars.

export function bell(random: SeededRandom): Float32Array {
  return random.chance(0.2) ? chimes(random) : singleBell(random);
}

/** Wind chimes: many high tones in quick succession. */
function chimes(random: SeededRandom): Float32Array {
  const out = silence(between(random, 0.4, 3));
  const spread = random.chance(0.4) ? 0.005 : (out.length / SOUND_RATE_HZ) * 0.5;
  for (let bar = random.whole(2, 14); bar > 0; bar--) {
    const hz = between(random, 900, 9000);
    const decay = between(random, 0.05, 0.7);
    const partials = [1, 2.756, 5.404].map((ratio, i) => ({
      hz: hz * ratio,
      gain: 0.4 ** i,
      decaySeconds: decay * 0.6 ** i,
    }));
    addInto(out, modes(Math.min(3, decay * 6), partials), random.between(0.2, 1), random.next() * spread);
  }
  return out;
}

function singleBell(random: SeededRandom): Float32Array {
  const decay = between(random, 0.05, 1.6);
  const seconds = Math.min(4.5, decay * 5);
  const kind = random.next();
  if (kind < 0.3) {
    const fm = modulated(
      random,
      between(random, 250, 2500),
      seconds,
      random.between(0.5, 6),
      random.pick([1.4, 1.41, 2.76, 3.5, 2.3, 4.07]),
    );
    return decaying(fm, decay, 0.001);
  }
  // Church bells, hand bells and chimes; bars and triangles have higher and fewer partials.
  const bars = kind > 0.65;
  const base = bars ? between(random, 600, 4000) : between(random, 180, 1800);
  const ratios = bars ? [1, 2.756, 5.404, 8.933] : [0.5, 1, 1.183, 1.506, 2, 2.514, 2.662, 3.011, 4.166, 5.433];
  const partials = ratios.map((ratio) => ({
    hz: base * ratio * random.between(0.98, 1.02),
    gain: random.between(0.1, 1),
    decaySeconds: (decay * random.between(0.4, 1.1)) / Math.sqrt(Math.max(0.5, ratio)),
  }));
  const out = modes(seconds, partials);
  return addInto(
    out,
    decaying(filtered(whiteNoise(random, 0.05), "high", 2000), between(random, 0.001, 0.008)),
    random.between(0, 0.5),
  );
}

export function mallet(random: SeededRandom): Float32Array {
  const base = between(random, 130, 1600);
  const decay = between(random, 0.06, 0.9);
  const second = random.pick([3, 4, 4, 2.756]);
  const partials = [1, second, second * random.between(2.2, 2.6)].map((ratio, i) => ({
    hz: base * ratio,
    gain: [1, random.between(0.05, 0.5), random.between(0.02, 0.2)][i] ?? 0,
    decaySeconds: decay * 0.4 ** i,
  }));
  const out = modes(Math.min(4, decay * 6), partials);
  return addInto(
    out,
    decaying(filtered(whiteNoise(random, 0.05), "low", between(random, 800, 5000)), between(random, 0.002, 0.01)),
    random.between(0.02, 0.3),
  );
}
