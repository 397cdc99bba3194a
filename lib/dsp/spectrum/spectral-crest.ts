/**
 * How far the strongest bin of a band stands out: the decimal logarithm of its power over the mean power of the band.
 * 0 for a flat or silent band, large for a line.
 *
 * @param fromBin first bin of the band
 * @param toBin the bin after its last; limited to the end of the spectrum
 */
export function spectralCrest(power: Float64Array, fromBin: number, toBin: number): number {
  const to = Math.min(power.length, toBin);
  let sum = 0;
  let largest = 0;
  for (let k = fromBin; k < to; k++) {
    sum += power[k];
    largest = Math.max(largest, power[k]);
  }
  return sum > 0 ? Math.log10((largest * (to - fromBin)) / sum) : 0;
}
