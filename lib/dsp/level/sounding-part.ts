const BLOCK_SECONDS = 0.01;
/** What never comes closer to full scale is silence: −80 dB. */
const SILENT_PEAK = 1e-4;

/**
 * The part of a signal between the first and the last 10 ms that come within `floorDb` of the loudest 10 ms, with 10 ms
 * around it. A view, not a copy; null for silence, which never exceeds −80 dBFS.
 *
 * @param floorDb negative; −45 for a file, nearer to 0 where a microphone hears its room
 */
export function soundingPart(signal: Float32Array, sampleRateHz: number, floorDb: number): Float32Array | null {
  let peak = 0;
  for (const value of signal) peak = Math.max(peak, Math.abs(value));
  if (peak <= SILENT_PEAK) return null;
  const block = Math.max(1, Math.round(BLOCK_SECONDS * sampleRateHz));
  const powers = Float64Array.from({ length: Math.ceil(signal.length / block) }, (_, b) => {
    const part = signal.subarray(b * block, (b + 1) * block);
    return part.reduce((sum, value) => sum + value * value, 0) / part.length;
  });
  const floor = powers.reduce((most, power) => Math.max(most, power)) * 10 ** (floorDb / 10);
  const first = powers.findIndex((power) => power >= floor);
  const last = powers.findLastIndex((power) => power >= floor);
  return signal.subarray(Math.max(0, first - 1) * block, Math.min(signal.length, (last + 2) * block));
}
