/** Root mean square of everything that was added, all channels together: 1 for a full-scale square wave. */
export class SignalLevel {
  private energy = 0;
  private count = 0;

  /** Takes the first `length` samples of one channel. */
  add(samples: Float32Array, length: number): void {
    const pairs = length & ~1;
    // Two sums, because a single one would have to wait for each addition.
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

  /** Linear amplitude; 0 without samples. */
  get rms(): number {
    return this.count === 0 ? 0 : Math.sqrt(this.energy / this.count);
  }
}

/** Sign changes of a mono stream. A zero counts as positive. */
export class ZeroCrossings {
  private crossings = 0;
  private count = 0;
  private negative = false;

  /** Takes the first `length` samples. */
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

  /** Sign changes a second, given the rate of the stream; 0 without samples. */
  perSecond(sampleRateHz: number): number {
    return this.count === 0 ? 0 : (this.crossings * sampleRateHz) / this.count;
  }
}

/**
 * Mixes the first `length` samples of the channels to `mono`. The weights sum to 1 and are nearly equal (eleven to nine
 * for every other channel), so that a pair in opposite phase does not vanish.
 *
 * @throws RangeError without channels
 */
export function mixToMono(channels: Float32Array[], length: number, mono: Float32Array): void {
  if (channels.length === 0) throw new RangeError("there are no channels to mix");
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

/** No recording is 80 dB above full scale. */
const ABSURD_AMPLITUDE = 1e4;

/**
 * Copies `length` samples from index `start` to index `at` of `to`. Values that are not finite become 0; finite ones
 * are limited to ±10⁴.
 */
export function copyFinite(from: Float32Array, start: number, length: number, to: Float32Array, at: number): void {
  to.set(from.subarray(start, start + length), at);
  for (let i = at; i < at + length; i++) {
    const x = to[i];
    // False for NaN as well.
    if (x <= ABSURD_AMPLITUDE && x >= -ABSURD_AMPLITUDE) continue;
    if (x > ABSURD_AMPLITUDE && x !== Number.POSITIVE_INFINITY) to[i] = ABSURD_AMPLITUDE;
    else if (x < -ABSURD_AMPLITUDE && x !== Number.NEGATIVE_INFINITY) to[i] = -ABSURD_AMPLITUDE;
    else to[i] = 0;
  }
}
