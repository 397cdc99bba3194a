import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { between, driven, filtered, peakOf, resampled, reverberated, SOUND_RATE_HZ } from "./signal-blocks";

/** What happens to a sound on its way into a library: it is pitched, coloured, put in a room, distorted and cut. */
export function worn(sound: Float32Array, random: SeededRandom, speeds: readonly [number, number]): Float32Array {
  let out = random.chance(0.6) ? resampled(sound, between(random, ...speeds)) : sound;
  if (random.chance(0.5)) out = trimmedTo(out, between(random, 12, 45), random);
  if (random.chance(0.25)) out = shortened(out, random);
  if (random.chance(0.2)) out = driven(out.map(scaledTo(out)), between(random, 1.2, 12));
  if (random.chance(0.4)) out = equalised(out, random);
  if (random.chance(0.2)) out = filtered(out, "low", between(random, 2500, 16_000));
  if (random.chance(0.15)) out = filtered(out, "high", between(random, 30, 300));
  if (random.chance(0.25)) out = reverberated(out, random, between(random, 0.15, 2.5), random.between(0.05, 0.6));
  if (random.chance(0.08)) out = crushed(out, random);
  return framed(out, random);
}

/** Makes the loudest sample 1. */
function scaledTo(sound: Float32Array): (x: number) => number {
  const peak = Math.max(1e-9, peakOf(sound));
  return (x) => x / peak;
}

/** Bands are raised or lowered. */
export function equalised(sound: Float32Array, random: SeededRandom): Float32Array {
  let out = sound;
  for (let band = 0; band < random.whole(1, 3); band++) {
    const gain = random.between(-0.8, 2.5);
    const part = filtered(
      out,
      random.pick(["band", "low", "high"]),
      between(random, 60, 12_000),
      random.between(0.5, 2),
    );
    out = out.map((x, i) => x + gain * (part[i] as number));
  }
  return out;
}

/** Cut where it has fallen this far below its peak, as samples are trimmed to save room. */
function trimmedTo(sound: Float32Array, fallDb: number, random: SeededRandom): Float32Array {
  const scale = scaledTo(sound);
  const least = 10 ** (-fallDb / 20);
  let end = sound.length;
  while (end > 1 && Math.abs(scale(sound[end - 1] ?? 0)) < least) end--;
  return faded(sound, end, Math.round(end * random.between(0.02, 0.3)));
}

/** Faded or cut before it has rung out. */
function shortened(sound: Float32Array, random: SeededRandom): Float32Array {
  const end = Math.ceil(sound.length * between(random, 0.2, 1));
  return faded(sound, end, Math.max(32, Math.round(end * random.pick([0.01, 0.1, 0.5]))));
}

const faded = (sound: Float32Array, end: number, fade: number): Float32Array =>
  sound.slice(0, end).map((x, i) => (i < end - fade ? x : (x * (end - i)) / fade));

function crushed(sound: Float32Array, random: SeededRandom): Float32Array {
  const hold = random.whole(1, 4);
  const steps = 2 ** random.whole(5, 9);
  const scale = scaledTo(sound);
  let kept = 0;
  return sound.map((x, i) => {
    if (i % hold === 0) kept = Math.round(scale(x) * steps) / steps;
    return kept;
  });
}

/** Silence before and after, a beginning trimmed too far, a noise floor. */
function framed(sound: Float32Array, random: SeededRandom): Float32Array {
  const head = random.chance(0.5) ? Math.round(random.between(0, 0.08) * SOUND_RATE_HZ) : 0;
  const tail = random.chance(0.4) ? Math.round(random.between(0, 0.5) * SOUND_RATE_HZ) : 0;
  const trimmed = random.chance(0.15) ? sound.slice(Math.round(random.between(0, 0.004) * SOUND_RATE_HZ)) : sound;
  const scale = scaledTo(trimmed);
  const floor = random.chance(0.5) ? 0 : 10 ** (-between(random, 42, 90) / 20);
  return new Float32Array(head + trimmed.length + tail).map((_, i) => {
    const x = trimmed[i - head];
    return (x === undefined ? 0 : scale(x)) + floor * (2 * random.next() - 1);
  });
}
