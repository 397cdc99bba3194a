import { withoutLocalMean } from "./local-mean";

/** Share of each band of onset strength in what beats are tracked on: the bass says most about the beat. */
const BAND_WEIGHTS = [1.5, 1, 0.8];
const LOCAL_MEAN_SECONDS = 0.5;
/** Frames whose window of 2048 samples reaches past the end, at a hop of 10 ms. */
const EDGE_FRAMES = 3;
/** One hit must not outweigh a bar of others. */
const COMPRESSION_POWER = 0.6;

/**
 * One onset strength per frame, never negative, root mean square 1, of the bands' onset strengths: each without its
 * local mean, weighted and compressed. Null where nothing rises.
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
