const NEAREST = 160;
const MARGIN = 1.12;

/** A view from above on a plane: what is in the middle, and how many pixels a unit of the galaxy has. */
export class FlatView {
  x = 0;
  y = 0;
  /** 1 shows the whole. */
  zoom = 1;
  width = 1;
  height = 1;
  readonly #matrix = new Float32Array(16);

  get pixelsPerUnit(): number {
    return (this.zoom * Math.min(this.width, this.height)) / 2 / MARGIN;
  }

  pan(dxPx: number, dyPx: number): void {
    this.#goTo(this.x - dxPx / this.pixelsPerUnit, this.y + dyPx / this.pixelsPerUnit);
  }

  /** Nearer (above 1) or farther away, around a place on screen that stays where it is. */
  zoomAt(factor: number, xPx: number, yPx: number): void {
    const before = this.pixelsPerUnit;
    this.zoom = Math.max(1, Math.min(NEAREST, this.zoom * factor));
    const change = 1 / before - 1 / this.pixelsPerUnit;
    this.#goTo(this.x + (xPx - this.width / 2) * change, this.y - (yPx - this.height / 2) * change);
  }

  lookAt(x: number, y: number, zoom: number): void {
    this.zoom = Math.max(1, Math.min(NEAREST, zoom));
    this.#goTo(x, y);
  }

  /** From points to clip space, as `project` takes it. Written anew at each call. */
  matrix(): Float32Array {
    const scale = this.pixelsPerUnit;
    const matrix = this.#matrix;
    matrix[0] = (2 * scale) / this.width;
    matrix[5] = (2 * scale) / this.height;
    matrix[12] = -this.x * matrix[0];
    matrix[13] = -this.y * matrix[5];
    matrix[15] = 1;
    return matrix;
  }

  #goTo(x: number, y: number): void {
    this.x = Math.max(-1, Math.min(1, x));
    this.y = Math.max(-1, Math.min(1, y));
  }
}
