/** Signals the tests are written in. */

export function sine(
  frequencyHz: number,
  sampleRateHz: number,
  seconds: number,
  amplitude = 1,
  phase = 0,
): Float32Array {
  const step = (2 * Math.PI * frequencyHz) / sampleRateHz;
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, n) => amplitude * Math.sin(n * step + phase),
  );
}

/** White noise, uniform in ±amplitude, the same for the same seed. */
export function noise(samples: number, amplitude = 1, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: samples }, () => {
    state = (state * 16807) % 2147483647;
    return amplitude * ((2 * state) / 2147483647 - 1);
  });
}

export function concatenate(...parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Decaying bursts of noise, one a beat, each fourth of them louder and with a low thump. */
export function clicks(bpm: number, sampleRateHz: number, seconds: number, startSeconds = 0): Float32Array {
  const out = new Float32Array(Math.round(seconds * sampleRateHz));
  const burst = noise(Math.round(0.08 * sampleRateHz), 0.5, 7);
  for (let beat = 0; ; beat++) {
    const at = Math.round((startSeconds + (beat * 60) / bpm) * sampleRateHz);
    if (at >= out.length) return out;
    for (let i = 0; i < burst.length && at + i < out.length; i++) {
      const decay = Math.exp((-60 * i) / sampleRateHz);
      const thump = beat % 2 === 0 ? Math.sin((2 * Math.PI * 60 * i) / sampleRateHz) : 0;
      out[at + i] += decay * (burst[i] * (beat % 2 === 0 ? 0.4 : 1) + 0.6 * thump);
    }
  }
}

/** Decaying harmonic tones, all sounding together. */
export function chord(frequenciesHz: number[], sampleRateHz: number, seconds: number, amplitude = 0.2): Float32Array {
  const out = new Float32Array(Math.round(seconds * sampleRateHz));
  for (const frequencyHz of frequenciesHz) {
    for (let harmonic = 1; harmonic <= 6 && frequencyHz * harmonic < sampleRateHz * 0.45; harmonic++) {
      const step = (2 * Math.PI * frequencyHz * harmonic) / sampleRateHz;
      for (let n = 0; n < out.length; n++) out[n] += (amplitude / harmonic ** 1.5) * Math.sin(n * step);
    }
  }
  return out.map((x, n) => x * Math.exp((-2 * n) / sampleRateHz));
}
