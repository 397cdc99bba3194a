/** Root mean square of everything added, over all channels together; 1 = a full-scale square wave. */
export class SignalLevel {
  private energy = 0;
  private count = 0;

  add(samples: Float32Array, length: number): void {
    const pairs = length & ~1;
    // Two sums, as one alone would wait for each of its additions.
    let even = 0;
    let odd = 0;
    for (let i = 0; i < pairs; i += 2) {
      even += samples[i] * samples[i];
      odd += samples[i + 1] * samples[i + 1];
    }
    if (pairs < length) even += samples[pairs] * samples[pairs];
    this.energy += even + odd;
    this.count += length;
  }

  get rms(): number {
    return this.count === 0 ? 0 : Math.sqrt(this.energy / this.count);
  }
}

/** Sign changes of a stream, a zero counting as positive; `perSecond(sampleRateHz)` is their rate. */
export class ZeroCrossings {
  private crossings = 0;
  private count = 0;
  private negative = false;

  add(samples: Float32Array, length: number): void {
    let { crossings, negative } = this;
    for (let i = 0; i < length; i++) {
      const below = samples[i] < 0;
      if (below !== negative) {
        if (this.count > 0 || i > 0) crossings++;
        negative = below;
      }
    }
    this.crossings = crossings;
    this.negative = negative;
    this.count += length;
  }

  perSecond(sampleRateHz: number): number {
    return this.count === 0 ? 0 : (this.crossings * sampleRateHz) / this.count;
  }
}

/**
 * Mixes channels to one with nearly equal weights (eleven to nine for odd and even ones), so that a pair in opposite
 * phase does not vanish. Values that are not finite become 0, absurd ones ±10⁴.
 */
export function mixToMono(channels: Float32Array[], length: number, mono: Float32Array): void {
  const weights = channels.map((_, c) => (c % 2 === 0 ? 1.1 : 0.9));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gains = weights.map((weight) => weight / total);
  const [first, second] = channels;
  if (second) for (let i = 0; i < length; i++) mono[i] = first[i] * gains[0] + second[i] * gains[1];
  else mono.set(first.subarray(0, length));
  for (let c = 2; c < channels.length; c++) {
    const channel = channels[c];
    const gain = gains[c];
    for (let i = 0; i < length; i++) mono[i] += channel[i] * gain;
  }
}

const ABSURD = 1e4;

/** Copies `length` samples; what is not finite becomes 0 and what is absurd ±10⁴. */
export function copyFinite(from: Float32Array, start: number, length: number, to: Float32Array, at: number): void {
  to.set(from.subarray(start, start + length), at);
  for (let i = at; i < at + length; i++) {
    const x = to[i];
    // False for NaN as well.
    if (x <= ABSURD && x >= -ABSURD) continue;
    if (x > ABSURD && x !== Number.POSITIVE_INFINITY) to[i] = ABSURD;
    else if (x < -ABSURD && x !== Number.NEGATIVE_INFINITY) to[i] = -ABSURD;
    else to[i] = 0;
  }
}
