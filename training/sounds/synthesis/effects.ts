import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  decaying,
  driven,
  filtered,
  glide,
  oscillator,
  resampled,
  reverberated,
  SOUND_RATE_HZ,
  shaped,
  silence,
  type Wave,
  whiteNoise,
} from "@/training/sounds/signal-blocks";

// Effects and backgrounds: sweeps, zaps, scratches, glitches, impacts; winds, rains, hums and drones.

const EFFECTS = [sweep, sweep, zap, scratch, scratch, glitch, glitch, glitch, impact, robot, robot] as const;
const BEDS = [wind, wind, drops, hum, drone, machine] as const;

export const effect = (random: SeededRandom): Float32Array => random.pick(EFFECTS)(random);

/** A cut from something that goes on, so it may start and end anyhow. */
export function ambience(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.9, 5);
  const bed = random.pick(BEDS)(random, seconds);
  const rise = random.chance(0.4) ? random.between(0.05, 0.6) * seconds : 0.005;
  const fall = random.chance(0.5) ? random.between(0.05, 0.6) * seconds : 0.005;
  return shaped(bed, [
    [0, 0],
    [Math.min(rise, seconds - fall), 1],
    [Math.max(rise, seconds - fall), 1],
    [seconds, 0],
  ]);
}

/** Risers, fallers, whooshes. */
function sweep(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.3, 4.5);
  const [low, high] = [between(random, 100, 900), between(random, 1500, 14000)];
  const up = random.chance(0.6);
  const bend = random.between(0.5, 2);
  const at = (t: number) => low * (high / low) ** ((up ? t / seconds : 1 - t / seconds) ** bend);
  const out = silence(seconds);
  if (random.chance(0.75))
    addInto(out, filtered(whiteNoise(random, seconds), random.pick(["band", "low"]), at, random.between(0.7, 8)), 1);
  else
    addInto(
      out,
      oscillator(random.pick<Wave>(["saw", "sine", "square"]), seconds, (t) => at(t) * 0.4),
      0.6,
    );
  const peak = (up ? random.between(0.6, 0.98) : random.between(0.02, 0.5)) * seconds;
  return shaped(out, [
    [0, 0.02],
    [peak, 1],
    [seconds, 0],
  ]);
}

/** Lasers, sirens, falling tones. */
function zap(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.12, 2);
  const from = between(random, 800, 9000);
  const to = between(random, 40, 500);
  const down = random.chance(0.75);
  const rate = between(random, 3, 40);
  const depth = random.chance(0.5) ? random.between(0.05, 0.5) : 0;
  const path = glide(down ? from : to, down ? to : from, between(random, 0.03, seconds / 2));
  const tone = oscillator(
    random.pick<Wave>(["saw", "square", "sine", "pulse"]),
    seconds,
    (t) => path(t) * (1 + depth * Math.sin(2 * Math.PI * rate * t)),
  );
  return decaying(tone, seconds / random.between(2, 5), 0.002);
}

/** A record moved by hand: its speed and direction change. */
function scratch(random: SeededRandom): Float32Array {
  const source = silence(2);
  for (let p = 0; p < 6; p++) {
    const hz = between(random, 80, 1500);
    addInto(
      source,
      oscillator(random.pick<Wave>(["saw", "square", "sine"]), 2, () => hz),
      random.next(),
    );
  }
  addInto(source, filtered(whiteNoise(random, 2), "band", between(random, 500, 4000)), random.between(0.5, 3));
  const seconds = between(random, 0.15, 2);
  const strokes = random.between(1, 5);
  const fastest = between(random, 1, 5);
  let at = source.length / 2;
  const played = silence(seconds).map((_, i) => {
    const t = i / SOUND_RATE_HZ / seconds;
    at += fastest * Math.sin(2 * Math.PI * strokes * t * 0.5) * (1 - 0.6 * t);
    const k = ((Math.floor(at) % source.length) + source.length) % source.length;
    return source[k] as number;
  });
  return shaped(filtered(played, "high", between(random, 60, 500)), [
    [0, 0.2],
    [0.05 * seconds, 1],
    [0.7 * seconds, random.between(0.3, 1)],
    [seconds, 0],
  ]);
}

/** Fragments repeated, reversed, crushed. */
function glitch(random: SeededRandom): Float32Array {
  const out = silence(between(random, 0.2, 2.5));
  const length = out.length / SOUND_RATE_HZ;
  for (let at = 0; at < length; ) {
    const piece = fragment(random);
    const repeats = random.pick([1, 1, 2, 4, 8]);
    const gap = between(random, 0.012, 0.16);
    const gain = random.between(0.2, 1);
    for (let r = 0; r < repeats; r++) addInto(out, piece.slice(0, Math.round(gap * SOUND_RATE_HZ)), gain, at + r * gap);
    at += repeats * gap + (random.chance(0.4) ? between(random, 0.01, 0.2) : 0);
  }
  return random.chance(0.6) ? crushed(random, out) : out;
}

function fragment(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.02, 0.3);
  const kind = random.next();
  const hz = between(random, 60, 6000);
  const sound =
    kind < 0.35
      ? filtered(whiteNoise(random, seconds), random.pick(["band", "high", "low"]), hz, random.between(0.7, 5))
      : oscillator(
          random.pick<Wave>(["saw", "square", "sine", "pulse"]),
          seconds,
          glide(hz * between(random, 0.2, 5), hz, 0.03),
        );
  const faded = decaying(sound, between(random, 0.01, 0.2));
  return random.chance(0.3) ? faded.reverse() : faded;
}

function crushed(random: SeededRandom, sound: Float32Array): Float32Array {
  const hold = Math.round(between(random, 2, 30));
  const steps = 2 ** random.whole(2, 6);
  let kept = 0;
  return sound.map((x, i) => {
    if (i % hold === 0) kept = Math.round(x * steps) / steps;
    return kept;
  });
}

/** Booms, slams and crashes with a long room. */
function impact(random: SeededRandom): Float32Array {
  const decay = between(random, 0.1, 0.8);
  const out = decaying(filtered(whiteNoise(random, 2), "low", between(random, 200, 6000)), decay, 0.002);
  const [from, to] = [between(random, 60, 300), between(random, 22, 50)];
  addInto(out, decaying(oscillator("sine", 2, glide(from, to, 0.2)), decay), random.between(0.3, 2));
  return reverberated(driven(out, between(random, 1, 5)), random, random.between(1, 4), random.between(0.4, 1.5));
}

/** Talking machines: buzzing through jumping formants, ring modulation, stuttering. */
function robot(random: SeededRandom): Float32Array {
  const seconds = between(random, 0.5, 3);
  const hz = between(random, 50, 400);
  const steps = random.between(4, 18);
  const jumps = Array.from({ length: 64 }, () => between(random, 200, 4500));
  const pitches = Array.from({ length: 64 }, () => hz * 2 ** (random.whole(-7, 12) / 12));
  const step = (t: number) => Math.floor(t * steps) % 64;
  const tone = oscillator(random.pick<Wave>(["saw", "pulse", "square"]), seconds, (t) => pitches[step(t)] ?? hz);
  const spoken = filtered(tone, "band", (t) => jumps[step(t)] ?? 500, random.between(2, 10));
  const ring = between(random, 20, 1500);
  const rung = random.chance(0.6)
    ? spoken.map((x, i) => x * Math.sin((2 * Math.PI * ring * i) / SOUND_RATE_HZ))
    : spoken;
  return random.chance(0.5) ? crushed(random, rung) : rung;
}

function wind(random: SeededRandom, seconds: number): Float32Array {
  const base = between(random, 150, 4000);
  const [slow, slower] = [random.between(0.1, 1.2), random.between(0.05, 0.4)];
  const path = (t: number) =>
    base * 2 ** (Math.sin(2 * Math.PI * slow * t) * 0.7 + Math.sin(2 * Math.PI * slower * t + 1));
  const out = filtered(whiteNoise(random, seconds), random.pick(["band", "low"]), path, random.between(0.6, 5));
  return addInto(out, filtered(whiteNoise(random, seconds), "low", between(random, 200, 8000)), random.between(0, 0.5));
}

/** Rain, fire, vinyl: noise with many small clicks. */
function drops(random: SeededRandom, seconds: number): Float32Array {
  const out = filtered(whiteNoise(random, seconds), "band", between(random, 500, 6000), 0.7).map((x) => x * 0.1);
  const perSecond = between(random, 5, 300);
  const centre = between(random, 800, 6000);
  for (let at = 0; at < seconds; at += -Math.log(1 - random.next()) / perSecond) {
    const click = decaying(
      filtered(whiteNoise(random, 0.02), "band", centre * random.between(0.5, 2), 2),
      random.between(0.0005, 0.004),
    );
    addInto(out, click, random.next() ** 2, at);
  }
  return out;
}

const constant = (hz: number) => () => hz;

function hum(random: SeededRandom, seconds: number): Float32Array {
  const hz = between(random, 40, 240);
  const out = filtered(whiteNoise(random, seconds), "low", between(random, 300, 5000)).map((x) => x * 0.15);
  for (let h = 1; h < 12; h++)
    addInto(out, oscillator("sine", seconds, constant(hz * h * random.pick([1, 1, 1.003]))), random.next() / h);
  return random.chance(0.4) ? driven(out, between(random, 2, 12)) : out;
}

function drone(random: SeededRandom, seconds: number): Float32Array {
  const out = silence(seconds);
  for (let p = 0; p < random.whole(3, 8); p++) {
    const hz = between(random, 50, 900);
    const rate = random.between(0.1, 2);
    const layer = oscillator(random.pick<Wave>(["sine", "saw", "triangle"]), seconds, () => hz, random.next());
    addInto(
      out,
      layer.map((x, i) => x * (0.6 + 0.4 * Math.sin((2 * Math.PI * rate * i) / SOUND_RATE_HZ + p))),
      0.3,
    );
  }
  addInto(out, filtered(whiteNoise(random, seconds), "band", between(random, 300, 3000)), random.between(0.02, 0.4));
  return reverberated(filtered(out, "low", between(random, 400, 5000)), random, random.between(1, 4), 0.8).slice(
    0,
    Math.ceil(seconds * SOUND_RATE_HZ),
  );
}

/** Engines, fans, distant crowds: noise that pulses. */
function machine(random: SeededRandom, seconds: number): Float32Array {
  const rate = between(random, 4, 40);
  const depth = random.between(0.2, 0.9);
  const noise = filtered(
    whiteNoise(random, seconds),
    random.pick(["low", "band"]),
    between(random, 200, 4000),
    random.between(0.6, 2),
  );
  const pulsed = noise.map(
    (x, i) => x * (1 - depth + depth * Math.abs(Math.sin((Math.PI * rate * i) / SOUND_RATE_HZ))),
  );
  return resampled(pulsed, random.between(0.8, 1.2)).slice(0, Math.ceil(seconds * SOUND_RATE_HZ));
}
