import { byteToBandLevel, type PeakLevel } from "@/lib/analysis/record/peaks-format";
import type { BandEnvelope } from "@/lib/dsp/rhythm/band-onsets";

/** A band this far below the loudest one stays small rather than being blown up. */
const QUIETEST_BAND = 0.08;

/** The bands of a stored waveform as amplitudes, each up to 1 at its loudest. */
export function bandEnvelope(level: PeakLevel): BandEnvelope {
  const amplitudes = (band: Uint8Array) => Float32Array.from(band, byteToBandLevel);
  const [low, mid, high] = [amplitudes(level.low), amplitudes(level.mid), amplitudes(level.high)];
  const loudestBand = Math.max(loudestOf(low), loudestOf(mid), loudestOf(high));
  const scaled = (band: Float32Array) => scaleTo1(band, Math.max(loudestOf(band), loudestBand * QUIETEST_BAND));
  return { secondsPerPoint: level.secondsPerPoint, low: scaled(low), mid: scaled(mid), high: scaled(high) };
}

export function loudestOf(values: Float32Array): number {
  let loudest = 0;
  for (const value of values) loudest = Math.max(loudest, value);
  return loudest;
}

export function scaleTo1(values: Float32Array, loudest: number): Float32Array {
  return loudest > 0 ? values.map((value) => Math.min(1, value / loudest)) : values;
}
