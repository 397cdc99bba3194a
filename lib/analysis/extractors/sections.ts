import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { type Section, sectionsValue } from "@/lib/analysis/record/values/sections";
import { ColumnPyramid } from "@/lib/dsp/stream/column-pyramid";
import { songStructure } from "@/lib/dsp/structure/song-structure";
import { msg } from "@/lib/language/text";
import type { Listener, Spectrum } from "./listener";
import { absent, type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

const CEPSTRAL_ROWS = 13;
const CHROMA_ROWS = 12;
/** Columns kept of timbre and of harmony, however long the file. At most 512 are compared with each other. */
const COLUMNS_MAX = 1024;
const COMPARED_MAX = 512;
const FINEST_SECONDS = 0.5;
const SHORTEST_TRACK_SECONDS = 16;
const SILENCE_DB = -100;

/** Keeps harmony and timbre as coarse columns, and divides a track into sections by them. */
class SectionsListener implements Listener {
  private readonly cepstra = new ColumnPyramid(CEPSTRAL_ROWS, COLUMNS_MAX);
  private readonly chroma = new ColumnPyramid(CHROMA_ROWS, COLUMNS_MAX);
  private readonly silence = new Float64Array(CEPSTRAL_ROWS);

  constructor(melBands: number) {
    this.silence[0] = SILENCE_DB * Math.sqrt(melBands);
  }

  onSpectrum(spectrum: Spectrum | null): void {
    this.cepstra.push(spectrum?.cepstrum ?? this.silence);
  }

  onPitchClasses(classes: Float64Array): void {
    this.chroma.push(classes);
  }

  finish(kind: SoundKind | null, durationSeconds: number): Measured<Section[]> {
    if (kind === null) return silent(msg("The file is silent, so it has no sections."));
    if (kind.label !== "track") return absent("not_a_track", msg("Only whole tracks have sections."));
    if (durationSeconds < SHORTEST_TRACK_SECONDS)
      return absent("too_short", msg("The track is too short to have sections."));
    const count = Math.min(COMPARED_MAX, Math.round(durationSeconds / FINEST_SECONDS));
    const columns = Array.from({ length: count }, (_, i) => this.column((i + 0.5) / count));
    const passages = songStructure(columns, durationSeconds / count, durationSeconds);
    return measured(
      passages.map(({ startSeconds, endSeconds, kind: index }) => ({ startSeconds, endSeconds, label: letter(index) })),
    );
  }

  /** Features at a position, 0 … 1, of the file. */
  private column(position: number): Float64Array {
    const column = new Float64Array(CEPSTRAL_ROWS + CHROMA_ROWS);
    fillFrom(this.cepstra, position, column, 0);
    fillFrom(this.chroma, position, column, CEPSTRAL_ROWS);
    return column;
  }
}

function fillFrom(pyramid: ColumnPyramid, position: number, into: Float64Array, at: number): void {
  const column = Math.min(pyramid.columns - 1, Math.floor(position * pyramid.columns));
  for (let row = 0; row < pyramid.rows; row++) into[at + row] = pyramid.mean(column, row);
}

/** A … Z, then A1 … */
function letter(index: number): string {
  const name = String.fromCharCode(65 + (index % 26));
  return index < 26 ? name : `${name}${Math.floor(index / 26)}`;
}

export const sectionsStep = valueStep(sectionsValue, {
  needs: ["kind"],
  listen: ({ melBands }) => new SectionsListener(melBands),
  compute: ({ kind, durationSeconds, heard }) => heard.finish(kind, durationSeconds),
});
