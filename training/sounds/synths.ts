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
  shaped,
  silence,
  type Wave,
  whiteNoise,
} from "./signal-blocks";

// Electronic notes: oscillators through moving filters, frequency modulation, and struck bars.

const CHORDS = [[0], [0], [0], [0, 12], [0, 7], [0, 4, 7], [0, 3, 7], [0, 3, 7, 10], [0, 4, 7, 11]];

type Contour = { attack: number; decay: number; sustain: number; hold: number; release: number };

function enveloped(sound: Float32Array, { attack, decay, sustain, hold, release }: Contour): Float32Array {
  const end = attack + decay + hold;
  return shaped(sound, [
    [0, 0],
    [attack, 1],
    [attack + decay, sustain],
    [end, sustain],
    [end + release, 0],
  ]);
}

const lengthOf = ({ attack, decay, hold, release }: Contour) => attack + decay + hold + release;

/** A stack of oscillators on one note. */
function stack(random: SeededRandom, hz: (t: number) => number, seconds: number): Float32Array {
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

/** Frequency modulation of one sine by another whose depth dies away. Chowning, 1973. */
function modulated(random: SeededRandom, hz: number, seconds: number, depth: number, ratio: number): Float32Array {
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

export function bass(random: SeededRandom): Float32Array {
  const hz = between(random, 30, 118);
  const contour: Contour = {
    attack: between(random, 0.001, 0.03),
    decay: between(random, 0.05, 0.6),
    sustain: random.between(0, 1),
    hold: between(random, 0.03, 1.4),
    release: between(random, 0.01, 0.3),
  };
  const seconds = lengthOf(contour);
  const slide = random.chance(0.2) ? glide(hz * random.between(0.6, 1.6), hz, between(random, 0.01, 0.15)) : () => hz;
  const kind = random.next();
  let out: Float32Array;
  if (kind < 0.55) out = swept(random, stack(random, slide, seconds), hz, 30);
  else if (kind < 0.75) out = modulated(random, hz, seconds, random.between(0.5, 7), random.pick([0.5, 1, 1, 2, 3]));
  else if (kind < 0.9) out = plucked(random, hz, seconds);
  else out = oscillator("sine", seconds, slide);
  if (kind < 0.55 && random.chance(0.2)) out = wobbled(random, out);
  out = enveloped(out, contour);
  if (random.chance(0.4))
    addInto(
      out,
      enveloped(
        oscillator("sine", seconds, () => hz),
        contour,
      ),
      random.between(0.2, 1),
    );
  return random.chance(0.4) ? driven(out, between(random, 1.5, 10)) : out;
}

/** A low-pass filter that closes from the attack on. */
function swept(random: SeededRandom, sound: Float32Array, hz: number, mostTimes: number): Float32Array {
  const floor = hz * between(random, 1, 8);
  const top = floor * between(random, 1, mostTimes);
  return filtered(sound, "low", glide(top, floor, between(random, 0.02, 0.6)), random.between(0.6, 6));
}

function wobbled(random: SeededRandom, sound: Float32Array): Float32Array {
  const rate = between(random, 1.5, 12);
  const base = between(random, 100, 400);
  const depth = between(random, 2, 12);
  return filtered(
    sound,
    "low",
    (t) => base * depth ** (0.5 + 0.5 * Math.sin(2 * Math.PI * rate * t)),
    random.between(1, 6),
  );
}

/** A string by a delay line fed with noise. Karplus & Strong, 1983. */
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

export function synth(random: SeededRandom): Float32Array {
  const kind = random.next();
  if (kind < 0.6) return blip(random);
  const chord = random.pick(CHORDS);
  const hz = between(random, 120, chord.length > 2 ? 500 : 1400);
  const pad = kind > 0.88;
  const contour: Contour = {
    attack: pad ? between(random, 0.05, 1) : between(random, 0.001, 0.03),
    decay: between(random, 0.05, 0.7),
    sustain: random.pick([0, 0.3, 0.7, 1]),
    hold: pad ? random.between(0.5, 2.5) : between(random, 0.02, 0.8),
    release: between(random, 0.02, pad ? 1.2 : 0.4),
  };
  const seconds = lengthOf(contour);
  const vibrato = random.chance(0.3) ? random.between(0.002, 0.015) : 0;
  const fm = random.chance(0.25);
  const depth = random.between(0.5, 5);
  const ratio = random.pick([0.5, 1, 1, 2, 3, 4, 1.5]);
  const out = silence(seconds);
  for (const step of chord) {
    const note = hz * 2 ** (step / 12);
    const moving = (t: number) => note * (1 + vibrato * Math.sin(2 * Math.PI * 5.5 * t));
    addInto(
      out,
      fm ? modulated(random, note, seconds, depth, ratio) : stack(random, moving, seconds),
      1 / chord.length,
    );
  }
  const coloured = enveloped(random.chance(0.75) ? swept(random, out, hz, 20) : out, contour);
  return random.chance(0.25) ? driven(coloured, between(random, 1.5, 6)) : coloured;
}

/** Beeps, plops, pings and chirps: one short tone, or a few of them in quick succession. */
function blip(random: SeededRandom): Float32Array {
  const tone = random.pick([beep, beep, beep, ping, chirp, modulatedBlip])(random);
  if (random.chance(0.85)) return tone;
  const gap = between(random, 0.02, 0.12);
  const out = silence(tone.length / SOUND_RATE_HZ + 2 * gap);
  for (let i = 0; i < 3; i++) addInto(out, tone, random.between(0.2, 1) ** i, i * gap);
  return out;
}

/** From a click's length to a short note's. */
const blipSeconds = (random: SeededRandom) => between(random, 0.005, 0.2);

function beep(random: SeededRandom): Float32Array {
  const hz = between(random, 90, 3200);
  const decay = blipSeconds(random);
  const seconds = Math.min(2, decay * 7 + 0.02);
  const move = random.chance(0.5) ? glide(hz * between(random, 0.3, 4), hz, between(random, 0.004, 0.1)) : () => hz;
  const wave = random.pick<Wave>(["sine", "sine", "sine", "triangle", "square", "saw", "pulse"]);
  const tone = oscillator(wave, seconds, move, random.next());
  const over = random.pick([1.5, 2, 3, 4]);
  if (random.chance(0.25))
    addInto(
      tone,
      oscillator("sine", seconds, (t) => over * move(t)),
      random.between(0.1, 0.7),
    );
  const held: Contour = {
    attack: between(random, 0.0005, 0.01),
    decay: 0.01,
    sustain: random.between(0.5, 1),
    hold: decay,
    release: between(random, 0.003, 0.15),
  };
  const level = random.chance(0.35) ? enveloped(tone, held) : decaying(tone, decay, between(random, 0.0005, 0.01));
  if (random.chance(0.3)) addInto(level, decaying(whiteNoise(random, 0.02), 0.002), random.between(0.05, 0.4));
  if (random.chance(0.6)) return level;
  return filtered(level, random.pick(["low", "band"]), between(random, hz, hz * 6), random.between(0.7, 4));
}

/** A sharply tuned filter struck by a click or a puff of noise. */
function ping(random: SeededRandom): Float32Array {
  const puff = decaying(whiteNoise(random, 0.5), between(random, 0.0005, 0.03));
  const hz = between(random, 200, 5000);
  const path = random.chance(0.4) ? glide(hz * between(random, 0.4, 3), hz, between(random, 0.01, 0.1)) : hz;
  const rung = filtered(filtered(puff, "band", path, between(random, 6, 60)), "band", path, between(random, 1, 10));
  return decaying(rung, between(random, 0.02, 0.3));
}

/** A fast sweep over an octave or more. */
function chirp(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.02, 0.25);
  const [low, high] = [between(random, 80, 800), between(random, 900, 8000)];
  const up = random.chance(0.5);
  const path = (t: number) => low * (high / low) ** (up ? t / seconds : 1 - t / seconds);
  const tone = oscillator(random.pick<Wave>(["sine", "sine", "triangle", "square", "saw"]), seconds, path);
  return shaped(tone, [
    [0, 1],
    [seconds * 0.7, random.between(0.3, 1)],
    [seconds, 0],
  ]);
}

function modulatedBlip(random: SeededRandom): Float32Array {
  const hz = between(random, 90, 2200);
  const decay = blipSeconds(random);
  const tone = modulated(random, hz, Math.min(2, decay * 7 + 0.02), random.between(0.3, 8), between(random, 0.3, 5));
  const ring = between(random, 50, 2000);
  const rung = random.chance(0.3) ? tone.map((x, i) => x * Math.sin((2 * Math.PI * ring * i) / SOUND_RATE_HZ)) : tone;
  return decaying(rung, decay, between(random, 0.0005, 0.006));
}

export function bell(random: SeededRandom): Float32Array {
  return random.chance(0.2) ? chimes(random) : singleBell(random);
}

/** Small bars and tubes in the wind: many high tones, struck one soon after another. */
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
  // Church bells, hand bells and chimes; bars and triangles ring higher and sparser.
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
