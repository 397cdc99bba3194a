import { Measurement } from "@/lib/analysis/engine/measurement";
import type { PitchRow } from "@/lib/dsp/harmony/pitch-rows";
import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import type { TrainingPiece } from "@/training/compose/composition";
import { keptText } from "@/training/host/cache";
import { onAllCores } from "@/training/host/cores";
import { type SoundFontName, soundFontPath } from "@/training/host/tools";
import { type CorpusPart, composeSeed, corpusKey, isRough, plainRecording, recordingOf, seedsOf } from "./corpus";
import { type KeptRows, keptRows, measureChroma, pitchRows, toFourPlaces } from "./fine-chroma";
import { RENDER_RATE_HZ, renderOnce, renderPiece } from "./rendering";

/** What the learners see of a piece, measured as the engine does. */
export type MeasuredPiece = {
  piece: Omit<TrainingPiece, "notes" | "programs">;
  /** Onset strength per frame: low, mid and high band. */
  strengths: Float64Array[];
  /** Only of the parts that no network learns from. */
  chroma: PitchRow[] | null;
  /** Likewise; null for silence, too. */
  shape: LevelShape | null;
  durationSeconds: number;
};

/** A piece that is no part of the corpus, and the sound font it is played through. */
export type PlayedPiece = { piece: TrainingPiece; soundFont: SoundFontName };

/** A measurement as it is kept: numbers in plain lists. */
type Kept = {
  durationSeconds: number;
  strengths: number[][];
  shape?: LevelShape | null;
  chroma?: KeptRows;
};

/** The pieces of a part of the corpus, rendered and measured. */
export const measurePart = (part: CorpusPart, name = part.name) => measureSeeds(seedsOf(part), name);

/** The pieces of any seeds, in their order; progress is told under `name`. */
export const measureSeeds = (seeds: readonly number[], name: string): Promise<MeasuredPiece[]> =>
  onAllCores(seeds, name, (seed) => {
    const piece = composeSeed(seed);
    return measureOnce(piece, corpusKey(piece, recordingOf(seed)), () => renderPiece(piece), isRough(seed));
  });

/** Pieces that are no part of the corpus, likewise. */
export const measurePieces = (pieces: readonly PlayedPiece[], name: string): Promise<MeasuredPiece[]> =>
  onAllCores(pieces, name, ({ piece, soundFont }) => {
    const key = corpusKey(piece, { ...plainRecording(piece.seed), soundFont });
    return measureOnce(piece, key, () => renderOnce(piece, soundFontPath(soundFont)), true);
  });

async function measureOnce(
  { notes, programs, ...piece }: TrainingPiece,
  key: string,
  render: () => Promise<Float32Array>,
  fully: boolean,
): Promise<MeasuredPiece> {
  const text = await keptText(`${key}.json`, async () => JSON.stringify(measureSignal(await render(), fully)));
  const { durationSeconds, shape = null, strengths, chroma }: Kept = JSON.parse(text);
  return {
    piece,
    durationSeconds,
    shape,
    strengths: strengths.map((band) => Float64Array.from(band)),
    chroma: chroma ? pitchRows(chroma) : null,
  };
}

/** `fully` adds what the learners of tempo and beats do not look at. */
function measureSignal(signal: Float32Array, fully: boolean): Kept {
  const wanted = ["onsets", ...(fully ? (["levelShape"] as const) : [])] as const;
  const measurement = new Measurement(wanted, { sampleRateHz: RENDER_RATE_HZ, channels: 1 });
  measurement.push([signal]);
  const { durationSeconds, found } = measurement.finish();
  const strengths = (found.onsets ?? []).map((band) => Array.from(band, toFourPlaces));
  if (!fully) return { durationSeconds, strengths };
  return { durationSeconds, strengths, shape: found.levelShape ?? null, chroma: keptRows(measureChroma(signal)) };
}
