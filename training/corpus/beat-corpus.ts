import { Measurement } from "@/lib/analysis/engine/measurement";
import type { TrainingPiece } from "@/training/compose/composition";
import type { PlayedPiece } from "@/training/compose/played/played-piece";
import { keptRows } from "@/training/host/cache";
import { onAllCores } from "@/training/host/cores";
import { composeSeed, corpusKey, recordingOf } from "./corpus";
import { RENDER_RATE_HZ, renderPiece } from "./rendering";

/** What the beat is heard by in a piece, as the engine measures it, and where its beats lie. */
export type BeatExample = {
  piece: Omit<PlayedPiece, "notes" | "programs">;
  durationSeconds: number;
  /** Onset strength per frame: low, mid and high band. */
  strengths: Float64Array[];
  /** Rows of `BEAT_FRAME_LAYOUT`, half as many a second. */
  frames: Float32Array;
  /** Shares of the pitch classes, twelve values a frame; empty where they were not asked for. */
  chroma: Float32Array;
  chromaPerSecond: number;
};

type Facts = { durationSeconds: number; onsetFrames: number; rowValues: number; chromaPerSecond: number };

/** The pieces of any seeds, in their order; progress is told under `name`. */
export const measureBeats = (seeds: readonly number[], name: string, harmony = false): Promise<BeatExample[]> =>
  onAllCores(seeds, name, (seed) => {
    const piece = composeSeed(seed);
    const key = `${harmony ? "bars" : "beats"}-${corpusKey(piece, recordingOf(seed))}`;
    return measureBeatsOf(withDownbeats(piece), { key, harmony, render: () => renderPiece(piece) });
  });

/** How a piece is measured: the name it is kept by, whether with its harmony, and how it is rendered if it is not kept. */
type BeatMeasurement = { key: string; harmony: boolean; render: () => Promise<Float32Array> };

async function measureBeatsOf(
  { notes, programs, ...piece }: PlayedPiece,
  { key, harmony, render }: BeatMeasurement,
): Promise<BeatExample> {
  const { facts, values } = await keptRows<Facts>(key, async () => measured(await render(), harmony));
  const { durationSeconds, onsetFrames, rowValues, chromaPerSecond } = facts;
  const band = (index: number) => Float64Array.from(values.subarray(index * onsetFrames, (index + 1) * onsetFrames));
  const rest = values.subarray(3 * onsetFrames);
  const [frames, chroma] = [rest.subarray(0, rowValues), rest.subarray(rowValues)];
  return { piece, durationSeconds, strengths: [0, 1, 2].map(band), frames, chroma, chromaPerSecond };
}

function measured(signal: Float32Array, harmony: boolean): { facts: Facts; rows: Float32Array[] } {
  const wanted = ["onsetEvidence", ...(harmony ? (["pitchClasses"] as const) : [])] as const;
  const measurement = new Measurement(wanted, { sampleRateHz: RENDER_RATE_HZ, channels: 1 });
  measurement.push([signal]);
  const { durationSeconds, found } = measurement.finish();
  const { strengths = [], frames = new Float32Array() } = found.onsetEvidence ?? {};
  const { classes = new Float32Array(), perSecond = 0 } = found.pitchClasses ?? {};
  return {
    facts: {
      durationSeconds,
      onsetFrames: strengths[0]?.length ?? 0,
      rowValues: frames.length,
      chromaPerSecond: perSecond,
    },
    rows: [...strengths.map((band) => Float32Array.from(band)), frames, classes],
  };
}

/** Pieces of other composers have their first beat on a downbeat; two bars of theirs are one where beats have thirds. */
function withDownbeats(piece: TrainingPiece): PlayedPiece {
  if ("downbeatSeconds" in piece) return piece as PlayedPiece;
  const length = piece.compound ? 2 : piece.beatsPerBar;
  return {
    ...piece,
    kind: piece.style,
    meter: piece.compound ? "6/8" : `${piece.beatsPerBar}/4`,
    downbeatSeconds: piece.beatSeconds.filter((_, i) => i % length === 0),
  };
}
