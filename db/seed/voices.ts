/** A voice is a function of the seconds since the note began. Amplitude 1 = full scale. */
export type Voice = (t: number) => number;

const TAU = 2 * Math.PI;

const noteHz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** Noise that is the same on every machine (mulberry32), -1 to 1. */
function noise(seed: number): Voice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

const decay = (t: number, seconds: number) => Math.exp(-t / seconds);
const attack = (t: number, seconds: number) => Math.min(1, t / seconds);
/** Rises, holds, and falls to zero at `length`. */
const swell = (t: number, rise: number, length: number, fall: number) =>
  attack(t, rise) * Math.min(1, Math.max(0, (length - t) / fall));

/** A saw wave of harmonics 1 … `count` at 1/n, without those that would alias. */
function saw(hz: number, count: number, t: number): number {
  let sum = 0;
  for (let harmonic = 1; harmonic <= count && harmonic * hz < 16_000; harmonic++) {
    sum += Math.sin(TAU * hz * harmonic * t) / harmonic;
  }
  return sum * 0.6;
}

/** A sine that drops quickly to its fundamental, with a click. */
export function kick(fundamentalHz = 48, tailSeconds = 0.22): Voice {
  return (t) => {
    const phase = fundamentalHz * t + 5.5 * (1 - decay(t, 0.035));
    return (
      Math.sin(TAU * phase) * decay(t, tailSeconds) * attack(t, 0.001) +
      0.3 * Math.sin(TAU * 1800 * t) * decay(t, 0.004)
    );
  };
}

/** A drum head and its snare wires. */
export function snare(seed: number): Voice {
  const wires = noise(seed);
  let previous = 0;
  return (t) => {
    const white = wires(t);
    const bright = white - 0.6 * previous;
    previous = white;
    const head = Math.sin(TAU * 186 * t) * decay(t, 0.06) + 0.5 * Math.sin(TAU * 331 * t) * decay(t, 0.04);
    return (0.6 * head + 0.5 * bright * decay(t, 0.11)) * attack(t, 0.001);
  };
}

/** A metallic sound: six square waves without a common fundamental, and noise. */
export function hat(seed: number, tailSeconds = 0.04): Voice {
  const air = noise(seed);
  let previous = 0;
  return (t) => {
    let metal = 0;
    for (const hz of [5342, 6180, 7421, 8263, 9127, 10_540]) metal += Math.sign(Math.sin(TAU * hz * t));
    const white = air(t);
    const bright = white - previous;
    previous = white;
    return (0.06 * metal + 0.35 * bright) * decay(t, tailSeconds) * attack(t, 0.0008);
  };
}

/** Three bursts close together, then reverberation. */
export function clap(seed: number): Voice {
  const hands = noise(seed);
  return (t) => {
    const bursts = [0, 0.011, 0.023].reduce((sum, at) => sum + (t >= at ? decay(t - at, 0.005) : 0), 0);
    const room = t >= 0.03 ? decay(t - 0.03, 0.09) : 0;
    return hands(t) * (0.45 * bursts + 0.5 * room);
  };
}

/** A long sub bass with a click, sliding by `slideSemitones` at half its length. */
export function subBass(midi: number, lengthSeconds: number, slideSemitones = 0): Voice {
  const hz = noteHz(midi);
  let phase = 0;
  let before = 0;
  return (t) => {
    const slide = slideSemitones * Math.min(1, Math.max(0, (t - lengthSeconds / 2) / 0.12));
    phase += (t - before) * hz * 2 ** (slide / 12);
    before = t;
    const body = Math.tanh(1.8 * Math.sin(TAU * phase)) * decay(t, lengthSeconds * 0.6);
    return body * swell(t, 0.004, lengthSeconds, 0.05) + 0.25 * Math.sin(TAU * 900 * t) * decay(t, 0.006);
  };
}

/** A saw wave whose upper harmonics fade as it sounds. */
export function bass(midi: number, lengthSeconds: number): Voice {
  const hz = noteHz(midi);
  return (t) => saw(hz, 3 + 14 * decay(t, 0.09), t) * swell(t, 0.004, lengthSeconds, 0.03);
}

/** Two dark, detuned saw waves that swell. */
export function pad(midi: number, lengthSeconds: number): Voice {
  const hz = noteHz(midi);
  return (t) => 0.5 * (saw(hz * 1.0025, 7, t) + saw(hz * 0.9975, 7, t)) * swell(t, 0.25, lengthSeconds, 0.5);
}

/** An electric piano: a sine modulated by another whose depth decays. */
export function electricPiano(midi: number, lengthSeconds: number): Voice {
  const hz = noteHz(midi);
  return (t) => {
    const tine = 0.9 * decay(t, 0.35) * Math.sin(TAU * hz * 14 * t) * 0.25;
    const bark = 1.4 * decay(t, 0.5) * Math.sin(TAU * hz * t);
    return Math.sin(TAU * hz * t + bark + tine) * decay(t, 1.1) * swell(t, 0.003, lengthSeconds, 0.08);
  };
}

/** A plucked string: higher harmonics decay faster. */
export function pluck(midi: number, lengthSeconds: number): Voice {
  const hz = noteHz(midi);
  return (t) => {
    let sum = 0;
    for (let harmonic = 1; harmonic <= 9 && harmonic * hz < 14_000; harmonic++) {
      sum += (Math.sin(TAU * hz * harmonic * t) / harmonic) * decay(t, 0.5 / harmonic);
    }
    return 0.7 * sum * swell(t, 0.002, lengthSeconds, 0.03);
  };
}
