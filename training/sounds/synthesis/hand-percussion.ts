import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  filtered,
  modes,
  shaped,
  silence,
  whiteNoise,
} from "@/training/sounds/signal-blocks";
import { burst, MEMBRANE } from "./drums";

// What is struck, shaken and scraped by hand.

const KINDS = [
  [loadedDrum, 6],
  [bassHandDrum, 8],
  [slap, 5],
  [skinDrum, 5],
  [wood, 3],
  [shaker, 2],
  [jingles, 2],
  [scraper, 1],
] as const satisfies readonly [(random: SeededRandom) => Float32Array, number][];

export function handPercussion(random: SeededRandom): Float32Array {
  return random.pick(KINDS.flatMap(([make, share]) => Array.from({ length: share }, () => make)))(random);
}

/** A small drum whose skin is weighted so that its modes are nearly harmonic: tabla, pakhavaj, mridangam. */
function loadedDrum(random: SeededRandom): Float32Array {
  const base = between(random, 130, 560);
  const decay = between(random, 0.03, 0.7);
  const partials = Array.from({ length: random.whole(2, 6) }, (_, i) => ({
    hz: base * (i + 1) * random.between(0.985, 1.03),
    gain: random.between(0.1, 1) * (i === 0 && random.chance(0.3) ? 0.2 : 1) * 0.8 ** i,
    decaySeconds: decay * random.between(0.3, 1),
  }));
  const out = modes(Math.min(3, decay * 6 + 0.05), partials, bendOf(random));
  addInto(
    out,
    burst(random, between(random, 0.001, 0.012), between(random, 150, 2500), between(random, 2000, 14000)),
    random.between(0.05, 0.9),
  );
  return out;
}

/** The deep drum of a pair, whose pitch is pressed up or falls as it rings: bayan, udu, talking drum. */
function bassHandDrum(random: SeededRandom): Float32Array {
  const base = between(random, 55, 150);
  const decay = between(random, 0.06, 0.8);
  const bends = random.whole(0, 4);
  const amount = random.between(0.1, 0.9);
  const over = between(random, 0.03, 0.3);
  const bend = (t: number) => {
    const share = 1 - Math.exp(-t / over);
    return bends === 0 ? 1 : bends === 3 ? 1 + amount * (1 - share) : 1 + amount * share;
  };
  const partials = Array.from({ length: random.whole(2, 5) }, (_, i) => ({
    hz: base * (1 + i * random.between(0.85, 1.2)),
    gain: random.between(0.2, 1) * 0.5 ** i,
    decaySeconds: decay * 0.6 ** i,
  }));
  const out = modes(Math.min(3, decay * 6 + 0.05), partials, bend);
  addInto(
    out,
    burst(random, between(random, 0.002, 0.02), between(random, 150, 1500), between(random, 2000, 10000)),
    random.between(0.01, 0.6),
  );
  return random.chance(0.4) ? filtered(out, "low", between(random, 300, 4000)) : out;
}

/** A damped stroke: skin and wood, hardly any ringing. */
function slap(random: SeededRandom): Float32Array {
  const decay = between(random, 0.006, 0.05);
  const partials = Array.from({ length: random.whole(2, 7) }, () => ({
    hz: between(random, 110, 2400),
    gain: random.between(0.1, 1),
    decaySeconds: decay * random.between(0.3, 1.3),
  }));
  const out = modes(decay * 8 + 0.02, partials);
  const colour = burst(random, between(random, 0.002, 0.025), between(random, 100, 1800), between(random, 1500, 14000));
  const body = modes(0.2, [{ hz: between(random, 60, 180), gain: 1, decaySeconds: between(random, 0.008, 0.04) }]);
  if (random.chance(0.4)) addInto(out, body, random.between(0.3, 2));
  return addInto(out, colour, random.between(0.3, 2));
}

/** Conga, bongo, djembe, darbuka, timbale: open tones of a tight membrane. */
function skinDrum(random: SeededRandom): Float32Array {
  const base = between(random, 120, 640);
  const decay = between(random, 0.03, 0.35);
  const partials = MEMBRANE.slice(0, random.whole(2, 8)).map((ratio, i) => ({
    hz: base * ratio * random.between(0.96, 1.06),
    gain: random.between(0.3, 1) * 0.6 ** i,
    decaySeconds: decay * random.between(0.5, 1) * 0.8 ** i,
  }));
  const out = modes(Math.min(2, decay * 7 + 0.03), partials, bendOf(random));
  addInto(
    out,
    burst(random, between(random, 0.001, 0.02), between(random, 300, 3000), between(random, 4000, 15000)),
    random.between(0.05, 1),
  );
  return out;
}

function bendOf(random: SeededRandom): (t: number) => number {
  const amount = random.chance(0.5) ? random.between(0, 0.06) : 0;
  return (t) => 1 + amount * Math.exp(-t / 0.05);
}

/** Woodblock, claves, log drum, castanets. */
function wood(random: SeededRandom): Float32Array {
  const base = between(random, 280, 3000);
  const decay = between(random, 0.006, 0.07);
  const ratios = [1, random.between(1.8, 3), random.between(3, 6)];
  const partials = ratios.map((ratio, i) => ({
    hz: base * ratio,
    gain: 0.4 ** i * random.between(0.5, 1),
    decaySeconds: decay * 0.6 ** i,
  }));
  const out = modes(decay * 9 + 0.02, partials);
  return addInto(out, burst(random, between(random, 0.0007, 0.004), 500, 15000), random.between(0.05, 0.6));
}

/** Grains in a shell: noise that swells and fades with the hand's movement, once or back and forth. */
function shaker(random: SeededRandom): Float32Array {
  const rise = between(random, 0.012, 0.09);
  const fall = between(random, 0.02, 0.16);
  const stroke = shaped(whiteNoise(random, rise + fall), [
    [0, 0],
    [rise, 1],
    [rise + fall, 0],
  ]).map((x) => (random.chance(0.5) ? x : x * 0.3));
  const strokes = random.pick([1, 1, 2, 2, 3]);
  const out = silence((rise + fall) * strokes + 0.05);
  for (let s = 0; s < strokes; s++)
    addInto(out, stroke, random.between(0.5, 1), s * (rise + fall) * random.between(0.8, 1));
  const coloured = filtered(out, "high", between(random, 1500, 6000));
  return filtered(coloured, "band", between(random, 3500, 9000), random.between(0.6, 2));
}

/** Tambourine, sleigh bells: small plates that clash several times. */
function jingles(random: SeededRandom): Float32Array {
  const decay = between(random, 0.04, 0.3);
  const seconds = Math.min(2, decay * 6 + 0.1);
  const out = silence(seconds);
  for (let hit = 0; hit < random.whole(1, 7); hit++) {
    const partials = Array.from({ length: 8 }, () => ({
      hz: between(random, 3000, 14000),
      gain: random.next(),
      decaySeconds: decay * random.between(0.4, 1),
    }));
    addInto(out, modes(seconds, partials), random.between(0.2, 1), hit * random.between(0, 0.03));
  }
  addInto(out, decaying(filtered(whiteNoise(random, seconds), "high", 5000), decay * 0.5), random.between(0.2, 1.5));
  if (random.chance(0.3))
    addInto(out, modes(0.3, [{ hz: between(random, 150, 500), gain: 1, decaySeconds: 0.03 }]), random.between(0.2, 1));
  return out;
}

/** Guiro, ratchet, cabasa: a row of clicks. */
function scraper(random: SeededRandom): Float32Array {
  const clicks = random.whole(5, 30);
  const gap = between(random, 0.006, 0.03);
  const out = silence(clicks * gap + 0.1);
  const centre = between(random, 1200, 5000);
  for (let c = 0; c < clicks; c++) {
    addInto(
      out,
      burst(random, random.between(0.001, 0.005), centre * 0.6, centre * 2.5),
      random.between(0.4, 1),
      c * gap * (1 - (0.3 * c) / clicks),
    );
  }
  return out;
}
