import type { SeededRandom } from "@/bench/statistics/seeded-random";

/** All sounds are made at this rate. */
export const SOUND_RATE_HZ = 44_100;

export const silence = (seconds: number): Float32Array => new Float32Array(Math.ceil(seconds * SOUND_RATE_HZ));

/** A number between `low` and `high` whose logarithm is uniform. */
export const between = (random: SeededRandom, low: number, high: number): number => low * (high / low) ** random.next();

/** Adds `b` times `gain` to `a`, in place, from `atSeconds` on; what lies beyond the end of `a` is dropped. */
export function addInto(a: Float32Array, b: Float32Array, gain = 1, atSeconds = 0): Float32Array {
  const offset = Math.round(atSeconds * SOUND_RATE_HZ);
  for (let i = 0; i < b.length && i + offset < a.length; i++) a[i + offset] = (a[i + offset] ?? 0) + gain * (b[i] ?? 0);
  return a;
}

export function whiteNoise(random: SeededRandom, seconds: number): Float32Array {
  return silence(seconds).map(() => 2 * random.next() - 1);
}

/** Rises in a straight line, then falls by a factor of e in every `decaySeconds`. */
export function decaying(sound: Float32Array, decaySeconds: number, attackSeconds = 0.0005): Float32Array {
  const attack = Math.max(1, attackSeconds * SOUND_RATE_HZ);
  return sound.map((x, i) =>
    i < attack ? (x * i) / attack : x * Math.exp(-(i - attack) / (decaySeconds * SOUND_RATE_HZ)),
  );
}

/** Multiplies by gains on straight lines between the points. */
export function shaped(sound: Float32Array, points: readonly [seconds: number, gain: number][]): Float32Array {
  let p = 0;
  return sound.map((x, i) => {
    const t = i / SOUND_RATE_HZ;
    while (p + 2 < points.length && t > (points[p + 1]?.[0] ?? 0)) p++;
    const [t0, g0] = points[p] ?? [0, 1];
    const [t1, g1] = points[p + 1] ?? [t0 + 1, g0];
    const share = Math.max(0, Math.min(1, (t - t0) / Math.max(1e-6, t1 - t0)));
    return x * (g0 + (g1 - g0) * share);
  });
}

export type Wave = "sine" | "saw" | "square" | "triangle" | "pulse";

/** An oscillator whose frequency may change over time. */
export function oscillator(wave: Wave, seconds: number, hz: (t: number) => number, phase = 0): Float32Array {
  let turns = phase;
  return silence(seconds).map((_, i) => {
    turns += hz(i / SOUND_RATE_HZ) / SOUND_RATE_HZ;
    const x = turns - Math.floor(turns);
    if (wave === "sine") return Math.sin(2 * Math.PI * x);
    if (wave === "saw") return 2 * x - 1;
    if (wave === "square") return x < 0.5 ? 1 : -1;
    if (wave === "pulse") return x < 0.2 ? 1 : -0.25;
    return 4 * Math.abs(x - 0.5) - 1;
  });
}

/** A frequency that moves from `from` to `to` hertz; every `fallSeconds` the distance shrinks by a factor of e. */
export const glide = (from: number, to: number, fallSeconds: number) => (t: number) =>
  to + (from - to) * Math.exp(-t / fallSeconds);

export type Partial = { hz: number; gain: number; decaySeconds: number };

/** A sum of decaying sines, like something struck and left to ring. `bend` multiplies their frequencies over time. */
export function modes(seconds: number, partials: readonly Partial[], bend?: (t: number) => number): Float32Array {
  const out = silence(seconds);
  const bends = bend && Float64Array.from(out, (_, i) => bend(i / SOUND_RATE_HZ));
  for (const partial of partials) {
    if (partial.hz > SOUND_RATE_HZ * 0.45) continue;
    const end = Math.min(out.length, Math.ceil(9 * partial.decaySeconds * SOUND_RATE_HZ));
    if (bends) addBent(out, partial, bends, end);
    else addRinging(out, partial, end);
  }
  return out;
}

function addBent(out: Float32Array, { hz, gain, decaySeconds }: Partial, bends: Float64Array, end: number): void {
  const keep = Math.exp(-1 / (decaySeconds * SOUND_RATE_HZ));
  let level = gain;
  let angle = 0;
  for (let i = 0; i < end; i++) {
    angle += (2 * Math.PI * hz * (bends[i] as number)) / SOUND_RATE_HZ;
    (out[i] as number) += level * Math.sin(angle);
    level *= keep;
  }
}

/** By recurrence: two multiplications a sample instead of a sine. */
function addRinging(out: Float32Array, { hz, gain, decaySeconds }: Partial, end: number): void {
  const keep = Math.exp(-1 / (decaySeconds * SOUND_RATE_HZ));
  const step = (2 * Math.PI * hz) / SOUND_RATE_HZ;
  const [first, second] = [2 * keep * Math.cos(step), keep * keep];
  let before = 0;
  let now = gain * keep * Math.sin(step);
  for (let i = 1; i < end; i++) {
    (out[i] as number) += now;
    const next = first * now - second * before;
    before = now;
    now = next;
  }
}

export type FilterKind = "low" | "high" | "band";

/** Chamberlin's state-variable filter in Simper's trapezoidal form; its cut-off may move. */
export function filtered(
  sound: Float32Array,
  kind: FilterKind,
  cutoff: number | ((t: number) => number),
  q = Math.SQRT1_2,
): Float32Array {
  let s1 = 0;
  let s2 = 0;
  const damping = 1 / q;
  const tangent = (hz: number) => Math.tan((Math.PI * Math.min(hz, SOUND_RATE_HZ * 0.48)) / SOUND_RATE_HZ);
  const fixed = typeof cutoff === "number" ? tangent(cutoff) : 0;
  let g = fixed;
  return sound.map((x, i) => {
    if (typeof cutoff !== "number" && i % 16 === 0) g = tangent(Math.max(10, cutoff(i / SOUND_RATE_HZ)));
    const high = (x - (damping + g) * s1 - s2) / (1 + damping * g + g * g);
    const band = g * high + s1;
    const low = g * band + s2;
    s1 = g * high + band;
    s2 = g * band + low;
    return kind === "low" ? low : kind === "high" ? high : band * damping;
  });
}

export const driven = (sound: Float32Array, drive: number): Float32Array =>
  sound.map((x) => Math.tanh(drive * x) / Math.tanh(drive));

/** The loudest sample from `from` up to `to`. */
export function peakOf(sound: Float32Array, from = 0, to = sound.length): number {
  let peak = 0;
  for (let i = from; i < Math.min(to, sound.length); i++) peak = Math.max(peak, Math.abs(sound[i] ?? 0));
  return peak;
}

/** How much longer a released note sounds, and over how many samples it fades. */
const RELEASE_SECONDS = 0.05;
const RELEASE_SAMPLES = 2000;

/** A note that is held for so long, or until it has rung out, and then fades. */
export function released(sound: Float32Array, heldSeconds: number): Float32Array {
  const length = Math.min(sound.length, Math.round((heldSeconds + RELEASE_SECONDS) * SOUND_RATE_HZ));
  const release = Math.min(length, RELEASE_SAMPLES);
  return sound.slice(0, length).map((x, i) => (i < length - release ? x : (x * (length - i)) / release));
}

/** Scaled so that the loudest sample is 1; silence stays as it is. */
export function normalised(sound: Float32Array): Float32Array {
  const peak = peakOf(sound);
  return peak > 0 ? sound.map((x) => x / peak) : sound;
}

/** Schroeder's reverberator: four comb filters and two all-pass filters. */
export function reverberated(
  sound: Float32Array,
  random: SeededRandom,
  decaySeconds: number,
  wet: number,
): Float32Array {
  const dry = silence(sound.length / SOUND_RATE_HZ + Math.min(3, decaySeconds));
  dry.set(sound);
  const tail = new Float32Array(dry.length);
  for (let c = 0; c < 4; c++) {
    const delay = Math.round(random.between(0.023, 0.052) * SOUND_RATE_HZ);
    const feedback = 10 ** ((-3 * delay) / SOUND_RATE_HZ / decaySeconds);
    const line = new Float32Array(dry.length);
    let dull = 0;
    for (let i = 0; i < dry.length; i++) {
      const back = i >= delay ? (line[i - delay] as number) : 0;
      dull = 0.7 * back + 0.3 * dull;
      line[i] = (dry[i] as number) + feedback * dull;
      (tail[i] as number) += 0.25 * back;
    }
  }
  for (const seconds of [0.005, 0.0017]) {
    const delay = Math.round(seconds * SOUND_RATE_HZ);
    const line = new Float32Array(delay);
    for (let i = 0; i < tail.length; i++) {
      const stored = line[i % delay] as number;
      const x = tail[i] as number;
      tail[i] = stored - 0.7 * x;
      line[i % delay] = x + 0.7 * (tail[i] as number);
    }
  }
  return dry.map((x, i) => x + wet * (tail[i] as number));
}

/** Played faster (above 1) or slower, by linear interpolation. */
export function resampled(sound: Float32Array, speed: number): Float32Array {
  if (speed === 1) return sound;
  return new Float32Array(Math.floor(sound.length / speed)).map((_, i) => {
    const at = i * speed;
    const k = Math.floor(at);
    const a = sound[k] ?? 0;
    return a + ((sound[k + 1] ?? 0) - a) * (at - k);
  });
}
