/**
 * Averages equally long columns (the frames of a spectrogram) over a signal of unknown length in fixed memory. When
 * `maxColumns` are full, neighbours are merged, and from then on each column covers twice as many frames.
 */
export class ColumnPyramid {
  /** Frames that a column covers: a power of two. The last column may hold fewer. */
  framesPerColumn = 1;
  private readonly sums: Float64Array;
  private column = 0;
  private inColumn = 0;

  /**
   * @param rows values of a column
   * @param maxColumns how many columns are kept at most: an even number
   * @throws RangeError if it is odd or 0
   */
  constructor(
    readonly rows: number,
    private readonly maxColumns: number,
  ) {
    if (maxColumns < 2 || maxColumns % 2 !== 0) throw new RangeError(`maxColumns must be even, got ${maxColumns}`);
    this.sums = new Float64Array(rows * (maxColumns + 1));
  }

  /** Columns so far, including the unfinished one. */
  get columns(): number {
    return this.column + (this.inColumn > 0 ? 1 : 0);
  }

  /** Adds one frame: `rows` values. */
  push(values: Float64Array): void {
    const { sums, rows } = this;
    const offset = this.column * rows;
    for (let r = 0; r < rows; r++) sums[offset + r] += values[r];
    if (++this.inColumn < this.framesPerColumn) return;
    this.inColumn = 0;
    if (++this.column === this.maxColumns) this.merge();
  }

  /** Mean of a row over the frames of a column (0 … `columns` − 1). */
  mean(column: number, row: number): number {
    const frames = column === this.column ? this.inColumn : this.framesPerColumn;
    return this.sums[column * this.rows + row] / frames;
  }

  private merge(): void {
    const { sums, rows } = this;
    for (let c = 0; c < this.maxColumns / 2; c++) {
      for (let r = 0; r < rows; r++) sums[c * rows + r] = sums[2 * c * rows + r] + sums[(2 * c + 1) * rows + r];
    }
    this.column = this.maxColumns / 2;
    sums.fill(0, this.column * rows);
    this.framesPerColumn *= 2;
  }
}
