import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { RealFft } from "@/lib/dsp/fft";
import { FrameSlicer } from "@/lib/dsp/frames";
import { emptyFineChroma, type FineChroma, HpcpExtractor } from "@/lib/dsp/hpcp";
import { OnsetStrength } from "@/lib/dsp/onset-strength";
import { Resampler } from "@/lib/dsp/resample";
import { unitHannWindow } from "@/lib/dsp/windows";
import type { TrainingPiece } from "./composition";
import { composePiece } from "./piece";
import { RENDER_RATE_HZ, renderPiece } from "./rendering";

/** What the learners see of a piece, measured as the engine does. */
export type MeasuredPiece = {
  piece: Omit<TrainingPiece, "notes" | "programs">;
  strengths: Float64Array[];
  chroma: FineChroma;
  durationSeconds: number;
};

export const FRAMES_PER_SECOND = 100;
const ONSET_FFT = 2048;
const PITCH_FFT = 4096;
const PITCH_RATE_HZ = RENDER_RATE_HZ / 4;

export function onsetStrengths(signal: Float32Array): Float64Array[] {
  const fft = new RealFft(ONSET_FFT);
  const window = unitHannWindow(ONSET_FFT);
  const power = new Float64Array(fft.bins);
  const onsets = new OnsetStrength(RENDER_RATE_HZ, ONSET_FFT);
  const slicer = new FrameSlicer(ONSET_FFT, RENDER_RATE_HZ / FRAMES_PER_SECOND, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    onsets.push(power);
  });
  slicer.push(signal);
  slicer.finish();
  onsets.finish();
  return onsets.strengths.map((list) => Float64Array.from(list.view(), (value) => Math.round(value * 1e4) / 1e4));
}

export function fineChroma(signal: Float32Array): FineChroma {
  const resampler = new Resampler({ fromHz: RENDER_RATE_HZ, toHz: PITCH_RATE_HZ, passband: 0.3, stopband: 0.6 });
  const fft = new RealFft(PITCH_FFT);
  const window = unitHannWindow(PITCH_FFT);
  const power = new Float64Array(fft.bins);
  const hpcp = new HpcpExtractor(PITCH_RATE_HZ, PITCH_FFT);
  const chroma = emptyFineChroma();
  const slicer = new FrameSlicer(PITCH_FFT, PITCH_FFT / 4, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    hpcp.add(power, chroma);
  });
  resampler.process(signal);
  slicer.push(resampler.output, resampler.outputLength);
  resampler.finish();
  slicer.push(resampler.output, resampler.outputLength);
  slicer.finish();
  return chroma;
}

async function measure(seed: number): Promise<MeasuredPiece> {
  const cached = join(process.cwd(), ".cache/train", `${seed}.json`);
  const { notes, programs, ...piece } = composePiece(seed);
  if (existsSync(cached)) {
    const kept = JSON.parse(readFileSync(cached, "utf8"));
    return {
      piece,
      durationSeconds: kept.durationSeconds,
      strengths: kept.strengths.map((band: number[]) => Float64Array.from(band)),
      chroma: { bass: Float64Array.from(kept.bass), treble: Float64Array.from(kept.treble), frames: kept.frames },
    };
  }
  const signal = await renderPiece({ ...piece, notes, programs });
  const strengths = onsetStrengths(signal);
  const chroma = fineChroma(signal);
  const durationSeconds = signal.length / RENDER_RATE_HZ;
  const { bass, treble, frames } = chroma;
  const plain = {
    durationSeconds,
    strengths: strengths.map((s) => [...s]),
    bass: [...bass],
    treble: [...treble],
    frames,
  };
  writeFileSync(cached, JSON.stringify(plain));
  return { piece, durationSeconds, strengths, chroma };
}

/** The pieces of seeds 0 … count, rendered and measured on all cores, in order. */
export function measurePieces(count: number, onProgress: (done: number) => void): Promise<MeasuredPiece[]> {
  return measureSeeds([...Array(count).keys()], onProgress);
}

/** The pieces of any seeds, rendered and measured on all cores, in order. */
export async function measureSeeds(
  seeds: readonly number[],
  onProgress: (done: number) => void,
): Promise<MeasuredPiece[]> {
  const measured: MeasuredPiece[] = [];
  const waiting = seeds.entries();
  let done = 0;
  const work = async () => {
    for (const [index, seed] of waiting) {
      measured[index] = await measure(seed);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return measured;
}
