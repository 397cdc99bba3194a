import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  filtered,
  glide,
  oscillator,
  SOUND_RATE_HZ,
  shaped,
  silence,
  type Wave,
  whiteNoise,
} from "@/training/sounds/signal-blocks";
import { type Contour, enveloped, modulated } from "./tones";

/** Beeps, plops, pings and chirps: one short tone, or a few of them in quick succession. */
export function blip(random: SeededRandom): Float32Array {
  const tone = random.pick([beep, beep, beep, ping, chirp, modulatedBlip])(random);
  if (random.chance(0.85)) return tone;
  const gap = between(random, 0.02, 0.12);
  const out = silence(tone.length / SOUND_RATE_HZ + 2 * gap);
  for (let i = 0; i < 3; i++) addInto(out, tone, random.between(0.2, 1) ** i, i * gap);
  return out;
}

/** From the length of a click to that of a short note. */
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
