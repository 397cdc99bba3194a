import { ChromaTimeline, sumChroma } from "@/lib/dsp/harmony/chroma-timeline";
import { type FineChroma, HpcpExtractor } from "@/lib/dsp/harmony/hpcp";
import { openingOf } from "@/lib/dsp/harmony/key";
import { PITCH_FFT_SIZE, PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { PLAIN_RATE_HZ } from "@/training/sounds/plain-synth";
import { RENDER_RATE_HZ } from "./rendering";

/** Of a whole piece, and of its opening. */
export type PieceChroma<Chroma> = { whole: Chroma; opening: Chroma };

/** Fine chroma as it is kept, rounded: fresh and kept measurements are then the same. */
export type RoundedChroma = { bass: number[]; treble: number[]; bassShare: number; frames: number };

export const toFourPlaces = (value: number) => Math.round(value * 1e4) / 1e4;

export const roundedChroma = ({ bass, treble, bassShare, frames }: FineChroma): RoundedChroma => ({
  bass: Array.from(bass, toFourPlaces),
  treble: Array.from(treble, toFourPlaces),
  bassShare: toFourPlaces(bassShare),
  frames,
});

const fineChroma = ({ bass, treble, bassShare, frames }: RoundedChroma): FineChroma => ({
  bass: Float64Array.from(bass),
  treble: Float64Array.from(treble),
  bassShare,
  frames,
});

export const pieceChroma = ({ whole, opening }: PieceChroma<RoundedChroma>): PieceChroma<FineChroma> => ({
  whole: fineChroma(whole),
  opening: fineChroma(opening),
});

/** Fine chroma of a rendered piece. */
export function measureChroma(signal: Float32Array): PieceChroma<RoundedChroma> {
  const resampler = new Resampler({ fromHz: RENDER_RATE_HZ, toHz: PLAIN_RATE_HZ, passband: 0.3, stopband: 0.6 });
  const parts: Float32Array[] = [];
  resampler.process(signal);
  parts.push(resampler.output.slice(0, resampler.outputLength));
  resampler.finish();
  parts.push(resampler.output.slice(0, resampler.outputLength));
  const rows = chromaRows(Float32Array.from(parts.flatMap((part) => [...part])));
  return { whole: roundedChroma(sumChroma(rows)), opening: roundedChroma(openingOf(rows)) };
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
