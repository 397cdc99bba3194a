import type { DecodedBlock } from "./decoded-block";

/** For each channel in WAVE order, its index among the decoded ones. Apple Lossless begins with the centre. */
const APPLE_LOSSLESS: Record<number, readonly number[]> = {
  3: [1, 2, 0],
  4: [1, 2, 0, 3],
  5: [1, 2, 0, 3, 4],
  6: [1, 2, 0, 5, 3, 4],
  7: [1, 2, 0, 6, 5, 3, 4],
  8: [3, 4, 0, 7, 1, 2, 5, 6],
};
/** The decoder reorders everything except eight channels, which common encoders write as C, L R, sides, back, LFE. */
const AAC: Record<number, readonly number[]> = { 8: [1, 2, 0, 7, 5, 6, 3, 4] };

/** The block with its channels in WAVE order (L R C LFE …). */
export function inWaveOrder(block: DecodedBlock, codec: "aac" | "alac"): DecodedBlock {
  const order = (codec === "alac" ? APPLE_LOSSLESS : AAC)[block.channelData.length];
  if (!order) return block;
  return { ...block, channelData: order.map((place) => block.channelData[place] as Float32Array) };
}
