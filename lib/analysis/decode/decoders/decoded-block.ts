/** What a decoder hands over: equally long arrays, one per channel in WAVE order (L R C LFE …), and their rate. */
export interface DecodedBlock {
  channelData: Float32Array[];
  sampleRateHz: number;
}

/** Adding and subtracting this rounds a double to an integer, ten times as fast as `Math.round`. */
const ROUNDING = 1.5 * 2 ** 52;
/** Floats can store integers of up to this many bits exactly. */
const EXACT_BITS = 24;

/**
 * The FLAC decoder divides 16-bit samples by 32,767, everything else here by 32,768, and so on for other depths. This
 * undoes it in place, so that FLAC gives bit for bit the same as WAV.
 */
export function rescaleIntegers(block: DecodedBlock, bits: number): DecodedBlock {
  if (bits > EXACT_BITS) return block;
  const full = 2 ** (bits - 1);
  const unit = 1 / full;
  for (const samples of block.channelData) {
    for (let at = 0; at < samples.length; at++) {
      samples[at] = ((samples[at] as number) * (full - 1) + ROUNDING - ROUNDING) * unit;
    }
  }
  return block;
}
