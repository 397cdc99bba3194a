const CELL_PX = 24;
/** With the arrow keys, one moves at least so far: in a dense place the next point may be less than a pixel away. */
const LEAST_STEP_PX = 10;

/** Points on screen by cells, so that those around a place are found without looking at all. Its memory is used again. */
export class ScreenGrid {
  #width = 0;
  #height = 0;
  #columns = 0;
  #rows = 0;
  #xy: Float32Array = new Float32Array(0);
  /** Where each cell begins in `#order`; one more than there are cells. */
  #starts = new Int32Array(1);
  #order = new Int32Array(0);
  /** The cell of each point; −1 for none. */
  #cells = new Int32Array(0);
  #count = 0;

  build(xy: Float32Array, fades: Uint8Array, least: number, size: { width: number; height: number }): void {
    const total = xy.length / 2;
    this.#xy = xy;
    this.#width = size.width;
    this.#height = size.height;
    this.#columns = Math.max(1, Math.ceil(size.width / CELL_PX));
    this.#rows = Math.max(1, Math.ceil(size.height / CELL_PX));
    const cells = this.#columns * this.#rows;
    if (this.#starts.length !== cells + 1) this.#starts = new Int32Array(cells + 1);
    else this.#starts.fill(0);
    if (this.#order.length < total) {
      this.#order = new Int32Array(total);
      this.#cells = new Int32Array(total);
    }
    this.#count = 0;
    for (let index = 0; index < total; index++) {
      const cell =
        (fades[index] as number) < least ? -1 : this.#cellAt(xy[index * 2] as number, xy[index * 2 + 1] as number);
      this.#cells[index] = cell;
      if (cell < 0) continue;
      this.#starts[cell + 1] = (this.#starts[cell + 1] as number) + 1;
      this.#count += 1;
    }
    for (let cell = 0; cell < cells; cell++)
      this.#starts[cell + 1] = (this.#starts[cell + 1] as number) + (this.#starts[cell] as number);
    // Filled from the end of each cell, which moves its start back to where it belongs.
    for (let cell = cells; cell > 0; cell--) this.#starts[cell] = this.#starts[cell - 1] as number;
    for (let index = 0; index < total; index++) {
      const cell = this.#cells[index] as number;
      if (cell < 0) continue;
      const at = this.#starts[cell + 1] as number;
      this.#order[at] = index;
      this.#starts[cell + 1] = at + 1;
    }
  }

  /** The points on screen, those of a cell together. Valid until the next `build`. */
  onScreen(): Int32Array {
    return this.#order.subarray(0, this.#count);
  }

  /** The point nearest to a place; −1 if none is within the distance. */
  nearest(x: number, y: number, mostPx: number): number {
    let best = -1;
    let bestSquare = mostPx * mostPx;
    const firstColumn = Math.max(0, Math.floor((x - mostPx) / CELL_PX));
    const lastColumn = Math.min(this.#columns - 1, Math.floor((x + mostPx) / CELL_PX));
    const firstRow = Math.max(0, Math.floor((y - mostPx) / CELL_PX));
    const lastRow = Math.min(this.#rows - 1, Math.floor((y + mostPx) / CELL_PX));
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = row * this.#columns + column;
        for (let at = this.#starts[cell] as number; at < (this.#starts[cell + 1] as number); at++) {
          const index = this.#order[at] as number;
          const dx = (this.#xy[index * 2] as number) - x;
          const dy = (this.#xy[index * 2 + 1] as number) - y;
          const square = dx * dx + dy * dy;
          if (square > bestSquare) continue;
          bestSquare = square;
          best = index;
        }
      }
    }
    return best;
  }

  /** The next point from a place in a direction (a unit vector of the screen), what lies askew later; −1 for none. */
  next(x: number, y: number, toX: number, toY: number): number {
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.#count; at++) {
      const index = this.#order[at] as number;
      const dx = (this.#xy[index * 2] as number) - x;
      const dy = (this.#xy[index * 2 + 1] as number) - y;
      const along = dx * toX + dy * toY;
      const across = Math.abs(dx * toY - dy * toX);
      if (along < LEAST_STEP_PX || across > along) continue;
      const cost = along + 2 * across;
      if (cost >= bestCost) continue;
      bestCost = cost;
      best = index;
    }
    return best;
  }

  #cellAt(x: number, y: number): number {
    if (!(x >= 0 && y >= 0 && x < this.#width && y < this.#height)) return -1;
    return Math.floor(y / CELL_PX) * this.#columns + Math.floor(x / CELL_PX);
  }
}
