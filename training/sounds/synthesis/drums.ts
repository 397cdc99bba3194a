import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  driven,
  filtered,
  glide,
  modes,
  oscillator,
  SOUND_RATE_HZ,
  silence,
  type Wave,
  whiteNoise,
} from "@/training/sounds/signal-blocks";

// Drums and drum machines: gliding tones, membranes, coloured noise.

/** Frequencies of an ideal round membrane's modes, as multiples of the lowest. */
export const MEMBRANE = [1, 1.594, 2.136, 2.296, 2.653, 2.918, 3.156, 3.501];

export function burst(random: SeededRandom, decaySeconds: number, lowHz: number, highHz: number): Float32Array {
  const noise = decaying(whiteNoise(random, Math.min(5, decaySeconds * 8 + 0.01)), decaySeconds);
  return filtered(filtered(noise, "high", lowHz), "low", highHz);
}

export function kick(random: SeededRandom): Float32Array {
  return random.chance(0.3) ? acousticKick(random) : machineKick(random);
}

function machineKick(random: SeededRandom): Float32Array {
  const decay = between(random, 0.03, 0.5);
  const to = between(random, 34, random.chance(0.2) ? 110 : 72);
  const from = to * between(random, 1.2, random.chance(0.3) ? 25 : 7);
  const seconds = Math.min(3, decay * 6 + 0.05);
  const wave = random.pick<Wave>(["sine", "sine", "sine", "sine", "triangle", "square"]);
  let tone = oscillator(wave, seconds, glide(from, to, between(random, 0.004, 0.09)), random.pick([0, 0.25, 0.5]));
  if (random.chance(0.4)) {
    // The plateau of longer machine kicks: held, then released.
    const hold = random.between(0.01, 0.2);
    const rate = decay * 0.5;
    tone = tone.map((x, i) => x * Math.exp(-Math.max(0, i / SOUND_RATE_HZ - hold) / rate));
  } else {
    tone = decaying(tone, decay, random.between(0.0003, 0.004));
  }
  if (wave !== "sine") tone = filtered(tone, "low", between(random, 150, 2500));
  if (random.chance(0.5)) tone = driven(tone, between(random, 1.2, 12));
  addInto(
    tone,
    burst(random, between(random, 0.001, 0.012), between(random, 200, 5000), 15000),
    between(random, 0.02, 0.8),
  );
  if (random.chance(0.25))
    addInto(tone, burst(random, between(random, 0.02, 0.15), 100, 6000), random.between(0.02, 0.25));
  return random.chance(0.25) ? filtered(tone, "low", between(random, 200, 4000)) : tone;
}

function acousticKick(random: SeededRandom): Float32Array {
  const base = between(random, 42, 95);
  const decay = between(random, 0.05, 0.35);
  const damping = random.between(0.4, 0.9);
  const shift = random.between(0, 0.7);
  const out = modes(
    Math.min(2, decay * 7),
    MEMBRANE.slice(0, 6).map((ratio, i) => ({
      hz: base * ratio * random.between(0.95, 1.1),
      gain: random.between(0.3, 1) * 0.6 ** i,
      decaySeconds: decay * damping ** i,
    })),
    (t) => 1 + shift * Math.exp(-t / 0.012),
  );
  addInto(
    out,
    burst(random, between(random, 0.003, 0.025), between(random, 100, 2500), between(random, 3000, 12000)),
    random.between(0.1, 0.9),
  );
  addInto(out, burst(random, between(random, 0.03, 0.15), 40, between(random, 300, 2500)), random.between(0.05, 0.5));
  return out;
}

export function snare(random: SeededRandom): Float32Array {
  return random.chance(0.35) ? machineSnare(random) : drumSnare(random);
}

/** Of drum machines: a gliding tone, and noise through a filter that may close; both may be distorted. */
function machineSnare(random: SeededRandom): Float32Array {
  const decay = between(random, 0.03, 0.3);
  const seconds = Math.min(2, decay * 7 + 0.02);
  const hz = between(random, 85, 420);
  const wave = random.pick<Wave>(["sine", "sine", "triangle", "square"]);
  const tone = oscillator(wave, seconds, glide(hz * between(random, 1, 4), hz, between(random, 0.005, 0.06)));
  const out = decaying(tone, decay * random.between(0.2, 1));
  const top = between(random, 900, 16_000);
  const path = random.chance(0.4) ? glide(top, top * random.between(0.1, 0.6), decay) : top;
  let noise = filtered(whiteNoise(random, seconds), random.pick(["low", "low", "band"]), path, random.between(0.6, 4));
  if (random.chance(0.4)) noise = filtered(noise, "high", between(random, 100, 1500));
  addInto(out, decaying(noise, decay, random.between(0.0003, 0.01)), random.between(0.4, 2.5));
  return random.chance(0.5) ? driven(out, between(random, 1.2, 12)) : out;
}

function drumSnare(random: SeededRandom): Float32Array {
  const base = between(random, 130, 330);
  const toneDecay = between(random, 0.015, 0.16);
  const noiseDecay = between(random, 0.025, random.chance(0.2) ? 0.5 : 0.2);
  const seconds = Math.min(3, 7 * Math.max(toneDecay, noiseDecay) + 0.03);
  const out = silence(seconds);
  const shift = random.between(0, 0.5);
  const fall = random.between(0.005, 0.03);
  const partials = MEMBRANE.slice(0, random.whole(1, 6)).map((ratio, i) => ({
    hz: base * ratio * random.between(0.96, 1.06),
    gain: random.between(0.3, 1) * 0.75 ** i,
    decaySeconds: toneDecay * random.between(0.5, 1.1),
  }));
  addInto(
    out,
    modes(seconds, partials, (t) => 1 + shift * Math.exp(-t / fall)),
    random.between(0.05, 0.9),
  );
  let noise = whiteNoise(random, seconds);
  noise = filtered(noise, "high", between(random, 80, 2500), random.between(0.5, 1.2));
  noise = filtered(noise, "low", between(random, 2500, 16000));
  if (random.chance(0.3))
    addInto(noise, filtered(noise, "band", between(random, 500, 6000), random.between(0.7, 3)), random.between(0.5, 3));
  addInto(out, decaying(noise, noiseDecay, random.between(0.0003, 0.006)), random.between(0.2, 1));
  addInto(out, burst(random, between(random, 0.001, 0.01), 800, 16000), random.between(0, 0.8));
  if (random.chance(0.15)) return gated(out, random.between(0.06, 0.25));
  return random.chance(0.35) ? driven(out, between(random, 1.2, 8)) : out;
}

/** Cut off sharply, like the gated drums of the eighties. */
function gated(sound: Float32Array, seconds: number): Float32Array {
  return sound.map((x, i) => (i / SOUND_RATE_HZ < seconds ? x : x * Math.exp(-(i / SOUND_RATE_HZ - seconds) / 0.004)));
}

export function rim(random: SeededRandom): Float32Array {
  const base = between(random, 350, 1900);
  const decay = between(random, 0.004, 0.035);
  const partials = Array.from({ length: random.whole(2, 5) }, (_, i) => ({
    hz: base * (i === 0 ? 1 : random.between(1.2, 5)),
    gain: random.between(0.2, 1),
    decaySeconds: decay * random.between(0.4, 1.2),
  }));
  const out = modes(decay * 9 + 0.03, partials);
  addInto(
    out,
    burst(random, between(random, 0.0008, 0.01), between(random, 300, 3000), 16000),
    random.between(0.1, 0.9),
  );
  return random.chance(0.4) ? driven(out, between(random, 1.5, 6)) : out;
}

export function clap(random: SeededRandom): Float32Array {
  const tail = between(random, 0.03, 0.25);
  const out = silence(Math.min(2, 0.06 + tail * 7));
  const claps = random.whole(2, 5);
  const gap = random.between(0.006, 0.014);
  for (let c = 0; c < claps; c++) {
    const last = c === claps - 1;
    const piece = decaying(whiteNoise(random, last ? tail * 7 : 0.03), last ? tail : random.between(0.002, 0.006));
    addInto(out, piece, last ? random.between(0.4, 1) : random.between(0.6, 1), c * gap * random.between(0.85, 1.15));
  }
  const centre = between(random, 800, 2600);
  const coloured = filtered(out, "band", centre, random.between(0.6, 2.5));
  const wide = filtered(filtered(out, "high", centre * 0.5), "low", between(random, 5000, 16000));
  return addInto(coloured, wide, random.between(0.1, 0.7));
}

export function tom(random: SeededRandom): Float32Array {
  const base = between(random, 62, 260);
  const decay = between(random, 0.07, 0.5);
  const seconds = Math.min(3, decay * 6 + 0.05);
  const shift = random.chance(0.3) ? random.between(0.3, 1.5) : random.between(0.02, 0.3);
  const fall = between(random, 0.02, 0.25);
  const acoustic = random.chance(0.55);
  const partials = MEMBRANE.slice(0, acoustic ? random.whole(4, 8) : random.whole(1, 2)).map((ratio, i) => ({
    hz: base * ratio * random.between(0.97, 1.04),
    gain: random.between(0.4, 1) * (acoustic ? 0.65 : 0.25) ** i,
    decaySeconds: decay * 0.75 ** i,
  }));
  let out = modes(seconds, partials, (t) => 1 + shift * Math.exp(-t / fall));
  addInto(
    out,
    burst(random, between(random, 0.002, 0.02), between(random, 200, 2500), between(random, 4000, 15000)),
    random.between(0.02, 0.6),
  );
  if (random.chance(0.4))
    addInto(out, burst(random, between(random, 0.03, 0.2), 100, between(random, 800, 8000)), random.between(0.02, 0.3));
  if (random.chance(0.3)) out = driven(out, between(random, 1.3, 10));
  return out;
}
