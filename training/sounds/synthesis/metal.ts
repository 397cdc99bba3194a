import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  driven,
  filtered,
  modes,
  oscillator,
  silence,
  type Wave,
  whiteNoise,
} from "@/training/sounds/signal-blocks";
import { burst } from "./drums";

// Hi-hats, cymbals and cowbells: squares that clang, plates of bronze, coloured noise.

/** Detuned squares against each other: the cymbals of drum machines. */
function clang(random: SeededRandom, seconds: number): Float32Array {
  const out = silence(seconds);
  const base = between(random, 150, 700);
  for (let i = 0; i < random.whole(4, 8); i++) {
    const hz = base * random.between(1, 4.2);
    addInto(
      out,
      oscillator(random.pick<Wave>(["square", "square", "pulse", "saw"]), seconds, () => hz, random.next()),
      0.3,
    );
  }
  return out;
}

/** A plate of bronze: many inharmonic partials, denser and shorter towards the top. */
function plate(random: SeededRandom, seconds: number, decay: number, lowHz: number, count: number): Float32Array {
  const partials = Array.from({ length: count }, () => {
    const hz = between(random, lowHz, 15000);
    return { hz, gain: random.between(0.1, 1), decaySeconds: decay * random.between(0.3, 1.2) * (lowHz / hz) ** 0.15 };
  });
  return modes(seconds, partials);
}

function metal(random: SeededRandom, seconds: number, decay: number): Float32Array {
  const out = silence(seconds);
  const kind = random.next();
  if (kind < 0.4) addInto(out, whiteNoise(random, seconds), random.between(0.5, 1));
  else if (kind < 0.7)
    addInto(addInto(out, clang(random, seconds), 1), whiteNoise(random, seconds), random.between(0, 0.5));
  else {
    addInto(out, plate(random, seconds, decay * 2, between(random, 500, 3500), random.whole(20, 60)), 0.4);
    addInto(out, whiteNoise(random, seconds), random.between(0.1, 0.8));
  }
  return out;
}

export function hiHat(random: SeededRandom): Float32Array {
  if (random.chance(0.2)) return noiseHat(random);
  const open = random.chance(0.35);
  const decay = open ? between(random, 0.08, 0.45) : between(random, 0.006, 0.07);
  const seconds = Math.min(2.5, decay * 7 + 0.02);
  let out = decaying(metal(random, seconds, decay), decay, random.between(0.0002, 0.006));
  // The hats of cheap and old machines reach far down.
  out = filtered(out, "high", between(random, random.chance(0.35) ? 400 : 2500, 9500), random.between(0.6, 1.6));
  if (random.chance(0.35)) out = filtered(out, "band", between(random, 1800, 11000), random.between(0.6, 2));
  if (random.chance(0.3))
    addInto(out, burst(random, between(random, 0.001, 0.005), 1000, 16000), random.between(0.2, 1));
  return random.chance(0.2) ? driven(out, between(random, 1.5, 6)) : out;
}

/** A short burst of nearly white noise, as on cheap machines and in trackers. */
function noiseHat(random: SeededRandom): Float32Array {
  const decay = between(random, 0.006, 0.06);
  const noise = decaying(whiteNoise(random, decay * 8), decay, random.between(0.0002, 0.004));
  return filtered(noise, "high", between(random, 200, 4000), random.between(0.6, 2));
}

export function cymbal(random: SeededRandom): Float32Array {
  const decay = between(random, 0.25, 1.6);
  const seconds = Math.min(4.5, decay * 5);
  let out = decaying(metal(random, seconds, decay), decay, random.pick([0.0005, 0.003, 0.02]));
  out = filtered(out, "high", between(random, 200, 5000), 0.7);
  if (random.chance(0.5)) {
    const ping = plate(
      random,
      seconds,
      decay * random.between(0.4, 1.2),
      between(random, 250, 1500),
      random.whole(6, 30),
    );
    addInto(out, ping, random.between(0.05, 0.4));
  }
  addInto(out, burst(random, between(random, 0.002, 0.03), 1500, 16000), random.between(0, 1));
  return out;
}

export function cowbell(random: SeededRandom): Float32Array {
  const base = between(random, 380, 900);
  const decay = between(random, 0.03, 0.35);
  const seconds = Math.min(2, decay * 6 + 0.03);
  if (random.chance(0.5)) {
    const out = silence(seconds);
    const wave = random.pick<Wave>(["square", "square", "triangle", "pulse"]);
    const second = random.between(1.4, 1.6);
    for (const ratio of [1, second])
      addInto(
        out,
        oscillator(wave, seconds, () => base * ratio, random.next()),
        0.5,
      );
    const coloured = filtered(out, "band", base * random.between(1, 3.5), random.between(0.6, 2));
    const level = decaying(coloured, decay, 0.0005);
    return addInto(level, decaying(coloured, 0.012, 0.0005), random.between(0, 2));
  }
  const ratios = [
    1,
    random.between(1.4, 1.65),
    random.between(2.1, 2.9),
    random.between(3.2, 4.3),
    random.between(4.5, 7),
    random.between(6, 9),
  ];
  const partials = ratios.map((ratio, i) => ({
    hz: base * ratio,
    gain: random.between(0.3, 1) * 0.8 ** i,
    decaySeconds: decay * random.between(0.5, 1) * 0.85 ** i,
  }));
  const out = modes(seconds, partials);
  return addInto(out, burst(random, between(random, 0.001, 0.008), 1000, 15000), random.between(0.1, 0.7));
}
