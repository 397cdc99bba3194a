import type { Piece } from "@/components/visualizer/engine/piece";
import { seededRandom } from "@/components/visualizer/engine/random";
import { lastAt } from "@/components/visualizer/engine/sorted-times";
import { barStarts, type Journey } from "./journey";

/** Cells around half a segment, from low to high. */
export const WALL_CELLS = 24;
/** Cells along the tunnel for each beat. */
export const ROWS_PER_BEAT = 8;
/** Rows that are kept: behind the traveller and ahead. A power of two: rows wrap around. */
export const WALL_ROWS = 256;
export const ROWS_BEHIND = 32;
/** Patterns of the wall that the shader knows. */
export const PATTERNS = 4;

/**
 * What the wall of the tunnel shows around the traveller: for each row 24 cells of four bytes, which are the energy of
 * a band, the pattern, how strong a line is there (a beat, a bar), and whether the piece lasts so long.
 */
export class Wall {
  readonly texels = new Uint8Array(WALL_ROWS * WALL_CELLS * 4);
  readonly #lines: Uint8Array;
  readonly #patterns: Uint8Array;
  readonly #sectionStarts: Float64Array;
  #from = Number.NaN;

  constructor(
    private readonly piece: Piece,
    private readonly journey: Journey,
    seed: number,
  ) {
    this.#lines = barStarts(piece);
    this.#sectionStarts = Float64Array.from(piece.sections, ({ startSeconds }) => startSeconds);
    this.#patterns = patternsOf(piece, seed);
  }

  /** Brings the rows around a depth up to date. Returns whether any changed. */
  moveTo(depth: number): boolean {
    const from = Math.floor(depth * ROWS_PER_BEAT) - ROWS_BEHIND;
    if (from === this.#from) return false;
    const moved = from - this.#from;
    const isNear = moved > 0 && moved < WALL_ROWS;
    const first = isNear ? this.#from + WALL_ROWS : from;
    for (let row = first; row < from + WALL_ROWS; row++) this.#write(row);
    this.#from = from;
    return true;
  }

  #write(row: number): void {
    const { piece, texels } = this;
    const start = (((row % WALL_ROWS) + WALL_ROWS) % WALL_ROWS) * WALL_CELLS * 4;
    const seconds = this.journey.secondsAt((row + 0.5) / ROWS_PER_BEAT);
    const isInside = seconds >= 0 && seconds <= piece.durationSeconds;
    const section = lastAt(this.#sectionStarts, seconds);
    const pattern = this.#patterns[Math.max(0, section)] ?? 0;
    const line = this.#lineAt(row);
    for (let cell = 0; cell < WALL_CELLS; cell++) {
      const at = start + cell * 4;
      texels[at] = isInside ? energyAt(piece, seconds, cell) : 0;
      texels[at + 1] = Math.round((pattern * 255) / (PATTERNS - 1));
      texels[at + 2] = isInside ? line : 0;
      texels[at + 3] = isInside ? 255 : 0;
    }
  }

  #lineAt(row: number): number {
    const beat = row / ROWS_PER_BEAT;
    if (!this.journey.hasBeats || !Number.isInteger(beat) || beat < 0 || beat >= this.#lines.length) return 0;
    return this.#lines[beat] === 1 ? 255 : 110;
  }
}

/** A pattern for each section: the same label has the same one, and neighbours differ. Without sections there is one. */
export function patternsOf({ sections }: Pick<Piece, "sections">, seed: number): Uint8Array {
  const first = Math.floor(seededRandom(seed)() * PATTERNS);
  const known = new Map<string, number>();
  if (sections.length === 0) return Uint8Array.of(first);
  const patterns = new Uint8Array(sections.length);
  sections.forEach(({ label }, i) => {
    const pattern = known.get(label) ?? (first + known.size) % PATTERNS;
    known.set(label, pattern);
    const before = sections[i - 1];
    // The fifth label has the pattern of the first: beside it, it takes the next.
    patterns[i] = before && before.label !== label && patterns[i - 1] === pattern ? (pattern + 1) % PATTERNS : pattern;
  });
  return patterns;
}

/** Energy of one of the cells at a moment, 0 … 255: from the spectrogram, else from the three bands of the envelope. */
function energyAt({ mel, envelope }: Piece, seconds: number, cell: number): number {
  if (mel && mel.columns > 0) {
    const column = Math.min(mel.columns - 1, Math.max(0, Math.floor(seconds / mel.secondsPerColumn)));
    const from = Math.floor((cell * mel.bands) / WALL_CELLS);
    const to = Math.max(from + 1, Math.floor(((cell + 1) * mel.bands) / WALL_CELLS));
    let most = 0;
    for (let band = from; band < to; band++) most = Math.max(most, mel.values[column * mel.bands + band] ?? 0);
    return most;
  }
  if (!envelope || envelope.level.length === 0) return 0;
  const at = Math.min(envelope.level.length - 1, Math.max(0, Math.floor(seconds / envelope.secondsPerPoint)));
  const bands = cell < WALL_CELLS / 3 ? envelope.low : cell < (2 * WALL_CELLS) / 3 ? envelope.mid : envelope.high;
  return Math.round(255 * Math.min(1, Math.max(0, bands[at] ?? 0)));
}
