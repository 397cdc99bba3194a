import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { sumChroma } from "@/lib/dsp/harmony/chroma-timeline";
import type { FineChroma } from "@/lib/dsp/harmony/hpcp";
import { openingOf } from "@/lib/dsp/harmony/key";
import { LevelEnvelope, type LevelShape } from "@/lib/dsp/level/level-envelope";
import { OnsetStrength } from "@/lib/dsp/rhythm/onset-strength";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import type { TrainingPiece } from "@/training/compose/composition";
import { cacheFolder } from "@/training/host/cache";
import { type SoundFontName, soundFontPath } from "@/training/host/tools";
import { chromaRows, PLAIN_RATE_HZ } from "@/training/sounds/plain-synth";
import { composeSeed, corpusKey, isRough, plainRecording, recordingOf } from "./corpus";
import { RENDER_RATE_HZ, renderOnce, renderPiece } from "./rendering";

/** What the learners see of a piece, measured as the engine does. */
export type MeasuredPiece = {
  piece: Omit<TrainingPiece, "notes" | "programs">;
  strengths: Float64Array[];
  /** Of the parts that are not learned from. */
  chroma: { whole: FineChroma; opening: FineChroma } | null;
  /** Likewise; null for silence. */
  shape: LevelShape | null;
  durationSeconds: number;
};

export const FRAMES_PER_SECOND = 100;
const ONSET_FFT = 2048;

function onsetStrengths(signal: Float32Array): Float64Array[] {
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

/** Fine chroma of the whole and of the opening. */
function chromaOf(signal: Float32Array): { whole: FineChroma; opening: FineChroma } {
  const resampler = new Resampler({ fromHz: RENDER_RATE_HZ, toHz: PLAIN_RATE_HZ, passband: 0.3, stopband: 0.6 });
  const parts: Float32Array[] = [];
  resampler.process(signal);
  parts.push(resampler.output.slice(0, resampler.outputLength));
  resampler.finish();
  parts.push(resampler.output.slice(0, resampler.outputLength));
  const rows = chromaRows(Float32Array.from(parts.flatMap((part) => [...part])));
  return { whole: sumChroma(rows), opening: openingOf(rows) };
}

const rounded = (values: Float64Array) => Array.from(values, (value) => Math.round(value * 1e4) / 1e4);
/** Fine chroma as it is kept: a fresh one and a kept one are then the same. */
export type RoundedChroma = { bass: number[]; treble: number[]; bassShare: number; frames: number };
export const plainChroma = ({ bass, treble, bassShare, frames }: FineChroma): RoundedChroma => ({
  bass: rounded(bass),
  treble: rounded(treble),
  bassShare: Math.round(bassShare * 1e4) / 1e4,
  frames,
});
export const wholeChroma = ({ bass, treble, bassShare, frames }: RoundedChroma): FineChroma => ({
  bass: Float64Array.from(bass),
  treble: Float64Array.from(treble),
  bassShare,
  frames,
});

type Kept = {
  durationSeconds: number;
  strengths: number[][];
  shape?: LevelShape | null;
  whole?: RoundedChroma;
  opening?: RoundedChroma;
};

/** `fully` with what the learners of tempo and beats do not look at. */
function measureSignal(signal: Float32Array, fully: boolean): Kept {
  const durationSeconds = signal.length / RENDER_RATE_HZ;
  const strengths = onsetStrengths(signal).map((strength) => [...strength]);
  if (!fully) return { durationSeconds, strengths };
  const level = new LevelEnvelope(RENDER_RATE_HZ);
  level.add(signal, signal.length);
  const { whole, opening } = chromaOf(signal);
  return {
    durationSeconds,
    strengths,
    shape: level.finish(),
    whole: plainChroma(whole),
    opening: plainChroma(opening),
  };
}

const measure = (seed: number): Promise<MeasuredPiece> => {
  const piece = composeSeed(seed);
  return measureOnce(piece, corpusKey(piece, recordingOf(seed)), () => renderPiece(piece), isRough(seed));
};

const measurePlayed = ({ piece, soundFont }: PlayedPiece): Promise<MeasuredPiece> => {
  const key = corpusKey(piece, { ...plainRecording(piece.seed), soundFont });
  return measureOnce(piece, key, () => renderOnce(piece, soundFontPath(soundFont)), true);
};

async function measureOnce(
  { notes, programs, ...piece }: TrainingPiece,
  key: string,
  render: () => Promise<Float32Array>,
  fully: boolean,
): Promise<MeasuredPiece> {
  const cached = join(cacheFolder, `${key}.json`);
  if (!existsSync(cached)) {
    const fresh = JSON.stringify(measureSignal(await render(), fully));
    writeFileSync(`${cached}.${process.pid}`, fresh);
    renameSync(`${cached}.${process.pid}`, cached);
  }
  const kept: Kept = JSON.parse(readFileSync(cached, "utf8"));
  const { durationSeconds, shape } = kept;
  return {
    piece,
    durationSeconds,
    shape: shape ?? null,
    strengths: kept.strengths.map((band) => Float64Array.from(band)),
    chroma: kept.whole && kept.opening ? { whole: wholeChroma(kept.whole), opening: wholeChroma(kept.opening) } : null,
  };
}

/** The pieces of any seeds, rendered and measured on all cores, in order; progress is told under `name`. */
export const measureSeeds = (seeds: readonly number[], name: string) => measureAll(seeds, measure, name);

/** A piece that no seed of the corpus stands for, and the sound font it is played through. */
export type PlayedPiece = { piece: TrainingPiece; soundFont: SoundFontName };

/** Such pieces, likewise. */
export const measurePieces = (pieces: readonly PlayedPiece[], name: string) => measureAll(pieces, measurePlayed, name);

async function measureAll<T>(
  items: readonly T[],
  measureItem: (item: T) => Promise<MeasuredPiece>,
  name: string,
): Promise<MeasuredPiece[]> {
  const measured: MeasuredPiece[] = [];
  const waiting = items.entries();
  let done = 0;
  const work = async () => {
    for (const [index, item] of waiting) {
      measured[index] = await measureItem(item);
      if (++done % 100 === 0) process.stderr.write(`${name}: ${done} of ${items.length} pieces\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return measured;
}
