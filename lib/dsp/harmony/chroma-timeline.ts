import { emptyFineChroma, FINE_BINS, type FineChroma } from "./hpcp";

/** Rows kept at most (16 MB). Beyond that neighbours are joined, so that memory does not grow with the duration. */
const ROWS_MAX = 8192;
/** Frames of a row before any are joined. */
const FRAMES_PER_ROW = 2;

/**
 * Fine chroma over time, one row for every few frames, in bounded memory: when it is full, every two rows become one.
 *
 * @example
 * if (audible) hpcp.add(power, timeline.frame); // a frame that is left empty is silence
 * timeline.advance();
 */
export class ChromaTimeline {
  /** Frames of a row: 2 for the first 16,384 frames (25 minutes at eleven a second), then 4, 8, … */
  framesPerRow = FRAMES_PER_ROW;
  private rows: FineChroma[] = [];
  private current = emptyFineChroma();
  private filled = 0;

  /** Where the chroma of the next frame must be added. */
  get frame(): FineChroma {
    return this.current;
  }

  /** Ends a frame. */
  advance(): void {
    if (++this.filled < this.framesPerRow) return;
    this.rows.push(this.current);
    this.current = emptyFineChroma();
    this.filled = 0;
    if (this.rows.length >= ROWS_MAX) this.halve();
  }

  /** All rows, including the unfinished last one. */
  finish(): FineChroma[] {
    return this.filled > 0 ? [...this.rows, this.current] : this.rows;
  }

  private halve(): void {
    const joined: FineChroma[] = [];
    for (let i = 0; i + 1 < this.rows.length; i += 2) joined.push(sumChroma(this.rows, i, i + 2));
    this.rows = joined;
    this.framesPerRow *= 2;
  }
}

/** Sum of the rows from index `from` to before `to`. */
export function sumChroma(rows: readonly FineChroma[], from = 0, to = rows.length): FineChroma {
  const whole = emptyFineChroma();
  for (let row = from; row < to; row++) {
    const { bass, treble, bassShare, frames } = rows[row];
    for (let i = 0; i < FINE_BINS; i++) {
      whole.bass[i] += bass[i];
      whole.treble[i] += treble[i];
    }
    whole.bassShare += bassShare;
    whole.frames += frames;
  }
  return whole;
}
