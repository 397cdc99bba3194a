import { byteToBandLevel, type PeakLevel, type Peaks } from "@/lib/analysis/record/peaks-format";
import { onsetsOf } from "./engine/onsets";
import type { Envelope, MelMap, Piece } from "./engine/piece";
import { bandOf, HIGH_HZ } from "./engine/spectrum";
import type { IndexedPicture } from "./indexed-png";
import type { PieceFacts } from "./piece-facts";

/** More points than a picture can use; a coarser level is taken. */
const POINTS_MAX = 400_000;
/** A band this far below the loudest one stays small rather than being blown up. */
const QUIETEST_BAND = 0.08;

export interface StoredSound {
  peaks: Peaks | null;
  spectrogram: IndexedPicture | null;
  /** Of the file: its spectrogram ends at half of it. */
  sampleRateHz: number;
}

/** All that is known of a sound, as scenes draw from it. What could not be loaded is null. */
export function pieceOf(facts: PieceFacts, { peaks, spectrogram, sampleRateHz }: StoredSound): Piece {
  const envelope = peaks && envelopeOf(peaks);
  return {
    ...facts,
    onsets: onsetsOf(envelope),
    envelope,
    mel: spectrogram && melMapOf(spectrogram, facts.durationSeconds, sampleRateHz),
  };
}

function envelopeOf({ levels }: Peaks): Envelope | null {
  const level = levels.find(({ min }) => min.length <= POINTS_MAX) ?? levels.at(-1);
  if (!level || level.min.length === 0) return null;
  const amplitudes = (band: Uint8Array) => Float32Array.from(band, byteToBandLevel);
  const [low, mid, high] = [amplitudes(level.low), amplitudes(level.mid), amplitudes(level.high)];
  const loudestBand = Math.max(loudestOf(low), loudestOf(mid), loudestOf(high));
  const scaled = (band: Float32Array) => scaleTo1(band, Math.max(loudestOf(band), loudestBand * QUIETEST_BAND));
  const heights = levelsOf(level);
  return {
    secondsPerPoint: level.secondsPerPoint,
    level: scaleTo1(heights, loudestOf(heights)),
    ...{ low: scaled(low), mid: scaled(mid), high: scaled(high) },
  };
}

const levelsOf = ({ min, max }: PeakLevel) => Float32Array.from(max, (top, at) => Math.max(top, -(min[at] ?? 0)) / 127);

function loudestOf(values: Float32Array): number {
  let loudest = 0;
  for (const value of values) loudest = Math.max(loudest, value);
  return loudest;
}

function scaleTo1(values: Float32Array, loudest: number): Float32Array {
  return loudest > 0 ? values.map((value) => Math.min(1, value / loudest)) : values;
}

/** Columns instead of rows, from low to high, up to 16 kHz: what a file with a low sample rate cannot have is silent. */
function melMapOf({ width, height, values }: IndexedPicture, durationSeconds: number, sampleRateHz: number): MelMap {
  const mel = new Uint8Array(width * height);
  const topHz = Math.min(HIGH_HZ, sampleRateHz / 2);
  const top = topHz < HIGH_HZ ? bandOf(topHz, height) : height;
  for (let band = 0; band < height; band += 1) {
    const from = topHz < HIGH_HZ ? Math.round(((band + 1) / (top + 1)) * (height + 1)) - 1 : band;
    if (from >= height) continue;
    const row = (height - 1 - from) * width;
    for (let column = 0; column < width; column += 1) mel[column * height + band] = values[row + column] as number;
  }
  return { columns: width, bands: height, secondsPerColumn: durationSeconds / width, values: mel };
}
