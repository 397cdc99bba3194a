/**
 * Averages of equally long columns (a spectrogram) over a signal of unknown length in fixed memory: when `maxColumns`
 * are full, neighbours are merged and each column covers twice as many frames from then on.
 */
export class ColumnPyramid {
  framesPerColumn = 1;
  private readonly sums: Float64Array;
  private column = 0;
  private inColumn = 0;

  /** @param maxColumns even number of columns kept at most. */
  constructor(
    readonly rows: number,
    private readonly maxColumns: number,
  ) {
    this.sums = new Float64Array(rows * (maxColumns + 1));
  }

  /** Columns so far, the unfinished one included. */
  get columns(): number {
    return this.column + (this.inColumn > 0 ? 1 : 0);
  }

  push(values: Float64Array): void {
    const { sums, rows } = this;
    const offset = this.column * rows;
    for (let r = 0; r < rows; r++) sums[offset + r] += values[r];
    if (++this.inColumn < this.framesPerColumn) return;
    this.inColumn = 0;
    if (++this.column === this.maxColumns) this.merge();
  }

  /** Mean of row `row` over the frames of column `column`. */
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
