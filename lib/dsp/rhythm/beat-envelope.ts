import { withoutLocalMean } from "./local-mean";

/** How much each band of onset strength counts: the bass says most about the beat. */
const BAND_WEIGHTS = [1.5, 1, 0.8];
const LOCAL_MEAN_SECONDS = 0.5;
/** Frames whose window of 2048 samples reaches past the end, at a hop of 10 ms. */
const EDGE_FRAMES = 3;
/** One hit must not outweigh a bar of others. */
const COMPRESSION_POWER = 0.6;

/**
 * What beats are tracked on: the weighted sum of the bands' onset strengths, without its local mean and compressed.
 * Returns null if nothing rises.
 *
 * @param strengths low, mid and high band, equally long, one value a frame
 * @returns one value a frame, not negative, root mean square 1
 */
export function beatEnvelope(strengths: (Float32Array | Float64Array)[], framesPerSecond: number): Float64Array | null {
  const length = strengths[0]?.length ?? 0;
  const sum = new Float64Array(length);
  strengths.forEach((strength, band) => {
    for (let i = 0; i < length - EDGE_FRAMES; i++) sum[i] += (BAND_WEIGHTS[band] ?? 1) * strength[i];
  });
  const envelope = withoutLocalMean(sum, Math.round(LOCAL_MEAN_SECONDS * framesPerSecond));
  let square = 0;
  for (let i = 0; i < length; i++) {
    envelope[i] **= COMPRESSION_POWER;
    square += envelope[i] ** 2;
  }
  if (square <= 0) return null;
  const scale = Math.sqrt(length / square);
  for (let i = 0; i < length; i++) envelope[i] *= scale;
  return envelope;
}
