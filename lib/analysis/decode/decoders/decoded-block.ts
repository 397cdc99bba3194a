/** What a decoder hands over: one array a channel, in WAV order (L R C LFE …), of equal length, and their rate. */
export interface DecodedBlock {
  channelData: Float32Array[];
  sampleRateHz: number;
}

/** Added and taken away again, it leaves a double without its fraction: ten times as fast as `Math.round`. */
const ROUNDING = 1.5 * 2 ** 52;
/** Floats hold integers of up to this many bits exactly. */
const EXACT_BITS = 24;

/**
 * The FLAC decoder divides by 32,767 (or its like); everything else here by 32,768. Undone in place, so that FLAC gives
 * bit for bit what the same samples give as WAV.
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
