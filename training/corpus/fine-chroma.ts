import { ChromaTimeline, sumChroma } from "@/lib/dsp/harmony/chroma-timeline";
import { type FineChroma, HpcpExtractor, tuningOf } from "@/lib/dsp/harmony/hpcp";
import { foldRows, type PitchRow } from "@/lib/dsp/harmony/pitch-rows";
import { PITCH_FFT_SIZE, PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { PLAIN_RATE_HZ } from "@/training/sounds/plain-synth";
import { RENDER_RATE_HZ } from "./rendering";

/**
 * Pitch rows as they are kept, rounded: fresh and kept measurements are then the same. Bass, treble, share of the bass
 * and frames in turn.
 */
export type KeptRows = number[][];

export const toFourPlaces = (value: number) => Math.round(value * 1e4) / 1e4;

/** Rows at the tuning of the whole. */
export function keptRows(fine: readonly FineChroma[]): KeptRows {
  const rows = foldRows(fine, tuningOf(sumChroma(fine)).cents);
  return rows.map(({ bass, treble, bassShare, frames }) => [
    ...[...bass, ...treble, bassShare].map(toFourPlaces),
    frames,
  ]);
}

export const pitchRows = (kept: KeptRows): PitchRow[] =>
  kept.map((row) => ({
    bass: Float64Array.from(row.slice(0, 12)),
    treble: Float64Array.from(row.slice(12, 24)),
    bassShare: row[24] ?? 0,
    frames: row[25] ?? 0,
  }));

/** Fine chroma of a rendered piece over time. */
export function measureChroma(signal: Float32Array): FineChroma[] {
  const resampler = new Resampler({ fromHz: RENDER_RATE_HZ, toHz: PLAIN_RATE_HZ, passband: 0.3, stopband: 0.6 });
  const parts: Float32Array[] = [];
  resampler.process(signal);
  parts.push(resampler.output.slice(0, resampler.outputLength));
  resampler.finish();
  parts.push(resampler.output.slice(0, resampler.outputLength));
  return chromaRows(Float32Array.from(parts.flatMap((part) => [...part])));
}

/** Fine chroma over time of a signal at `PLAIN_RATE_HZ`, as the engine measures it. */
export function chromaRows(signal: Float32Array): FineChroma[] {
  const fft = new RealFft(PITCH_FFT_SIZE);
  const window = unitHannWindow(PITCH_FFT_SIZE);
  const power = new Float64Array(fft.bins);
  const hpcp = new HpcpExtractor(PLAIN_RATE_HZ, PITCH_FFT_SIZE);
  const timeline = new ChromaTimeline();
  const slicer = new FrameSlicer(PITCH_FFT_SIZE, PITCH_HOP, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    hpcp.add(power, timeline.frame);
    timeline.advance();
  });
  slicer.push(signal);
  slicer.finish();
  return timeline.finish();
}
