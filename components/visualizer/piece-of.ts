import { bandEnvelope, loudestOf, scaleTo1 } from "@/components/waveform/band-envelope";
import type { IndexedPicture } from "@/components/waveform/indexed-png";
import type { PeakLevel, Peaks } from "@/lib/analysis/record/peaks-format";
import { bandOnsets } from "@/lib/dsp/rhythm/band-onsets";
import type { Envelope, MelMap, Piece } from "./engine/piece";
import { bandOf, HIGH_HZ } from "./engine/spectrum";
import type { PieceFacts } from "./piece-facts";

/** More points than a picture can use; a coarser level is taken. */
const POINTS_MAX = 400_000;

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
    onsets: bandOnsets(envelope),
    envelope,
    mel: spectrogram && melMapOf(spectrogram, facts.durationSeconds, sampleRateHz),
  };
}

function envelopeOf({ levels }: Peaks): Envelope | null {
  const level = levels.find(({ min }) => min.length <= POINTS_MAX) ?? levels.at(-1);
  if (!level || level.min.length === 0) return null;
  const heights = levelsOf(level);
  return { ...bandEnvelope(level), level: scaleTo1(heights, loudestOf(heights)) };
}

const levelsOf = ({ min, max }: PeakLevel) => Float32Array.from(max, (top, at) => Math.max(top, -(min[at] ?? 0)) / 127);

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
