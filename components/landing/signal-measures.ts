/** Largest magnitude in each of `columns` equal stretches of the signal. */
export function peakColumns(signal: Float32Array, columns: number): Float32Array {
  const peaks = new Float32Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const start = Math.floor((column * signal.length) / columns);
    const end = Math.floor(((column + 1) * signal.length) / columns);
    let peak = 0;
    for (let index = start; index < end; index += 1) peak = Math.max(peak, Math.abs(signal[index] ?? 0));
    peaks[column] = peak;
  }
  return peaks;
}

/** `count` frequencies from `lowestHz` to `highestHz`, with the same ratio between neighbours. */
export function logFrequencies(lowestHz: number, highestHz: number, count: number): number[] {
  const ratio = highestHz / lowestHz;
  return Array.from({ length: count }, (_, step) => lowestHz * ratio ** (step / (count - 1)));
}

/**
 * Level at one frequency, in dB relative to a full-scale sine (Goertzel's recurrence under a Hann
 * window of `windowLength` samples centred on `centre`; the signal is taken to repeat).
 */
export function levelAtDb(
  signal: Float32Array,
  at: { frequencyHz: number; rateHz: number; centre: number; windowLength: number },
): number {
  const { frequencyHz, rateHz, centre, windowLength } = at;
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / rateHz);
  const start = Math.round(centre) - (windowLength >> 1);
  let previous = 0;
  let beforePrevious = 0;
  for (let index = 0; index < windowLength; index += 1) {
    const position = (((start + index) % signal.length) + signal.length) % signal.length;
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / windowLength);
    const next = hann * (signal[position] ?? 0) + coefficient * previous - beforePrevious;
    beforePrevious = previous;
    previous = next;
  }
  const power = previous * previous + beforePrevious * beforePrevious - coefficient * previous * beforePrevious;
  // A full-scale sine under this window has magnitude windowLength / 4.
  return 10 * Math.log10(Math.max(power, 1e-12) / (windowLength / 4) ** 2);
}
