const BRIGHT_HZ = 1500;
const WARM_LOW_HZ = 80;
const WARM_HIGH_HZ = 500;
const SLOPE_LOW_HZ = 50;
const SLOPE_HIGH_HZ = 16000;
const SLOPE_BANDS_PER_OCTAVE = 3;
/** Bands further below the strongest than this hold what an encoder or a converter left, not the sound. */
const SLOPE_RANGE_DB = 80;

/** Brightness and warmth of amplitude spectra. */
export class SpectralBalance {
  private readonly bright: number;
  private readonly warmLow: number;
  private readonly warmHigh: number;

  constructor(sampleRateHz: number, fftSize: number) {
    const bin = (hz: number) => Math.ceil((hz * fftSize) / sampleRateHz);
    this.bright = bin(BRIGHT_HZ);
    this.warmLow = bin(WARM_LOW_HZ);
    this.warmHigh = bin(WARM_HIGH_HZ);
  }

  /**
   * Writes brightness into `out[0]` and warmth into `out[1]`: shares, 0 … 1, of the summed amplitude (`fftSize / 2 + 1`
   * bins) that lie above 1500 Hz and between 80 and 500 Hz. Both are 0 for silence. Brightness as in Juslin, "Cue
   * utilization in communication of emotion", 2000.
   */
  compute(amplitude: Float32Array, out: Float64Array): void {
    let warm = 0;
    let bright = 0;
    let rest = 0;
    for (let k = 0; k < this.warmLow; k++) rest += amplitude[k];
    for (let k = this.warmLow; k < this.warmHigh; k++) warm += amplitude[k];
    for (let k = this.warmHigh; k < this.bright; k++) rest += amplitude[k];
    for (let k = this.bright; k < amplitude.length; k++) bright += amplitude[k];
    const sum = warm + bright + rest;
    out[0] = sum > 0 ? bright / sum : 0;
    out[1] = sum > 0 ? warm / sum : 0;
  }
}

/**
 * Slope of a power spectrum in dB an octave: a least-squares line through the mean densities of third-octave bands from
 * 50 Hz to 16 kHz, or to nine tenths of half the sample rate. White noise gives 0, pink noise −3. 0 if fewer than two
 * bands hold anything.
 */
export function spectralSlope(power: Float64Array, binHz: number): number {
  const top = Math.min(SLOPE_HIGH_HZ, 0.9 * binHz * (power.length - 1));
  const octaves: number[] = [];
  const levels: number[] = [];
  for (let i = 0; ; i++) {
    const low = SLOPE_LOW_HZ * 2 ** (i / SLOPE_BANDS_PER_OCTAVE);
    const high = low * 2 ** (1 / SLOPE_BANDS_PER_OCTAVE);
    if (high > top) break;
    const from = Math.ceil(low / binHz);
    const to = Math.ceil(high / binHz);
    let sum = 0;
    for (let k = from; k < to; k++) sum += power[k];
    if (sum <= 0) continue;
    octaves.push(Math.log2((from + to - 1) * 0.5 * binHz));
    levels.push(10 * Math.log10(sum / (to - from)));
  }
  const floor = Math.max(...levels) - SLOPE_RANGE_DB;
  return regressionSlope(
    octaves,
    levels.map((level) => Math.max(floor, level)),
  );
}

function regressionSlope(x: number[], y: number[]): number {
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let covariance = 0;
  let variance = 0;
  for (let i = 0; i < x.length; i++) {
    covariance += (x[i] - meanX) * (y[i] - meanY);
    variance += (x[i] - meanX) ** 2;
  }
  return variance > 0 ? covariance / variance : 0;
}
