import { ScreenGrid } from "./screen-grid";

/** A place on screen that nothing is near: of a point behind the camera. */
export const NOWHERE = -1e6;

/**
 * Where points are on screen, in CSS pixels from the top left: x and y of each. `matrix` is column-major, as WebGL takes
 * it: from the space of the points to clip space.
 */
export function project(
  positions: Float32Array,
  matrix: ArrayLike<number>,
  size: { width: number; height: number },
  xy: Float32Array,
): void {
  const [a = 0, b = 0, , d = 0, e = 0, f = 0, , h = 0, i = 0, j = 0, , l = 0, m = 0, n = 0, , p = 0] =
    matrix as readonly number[];
  const halfWidth = size.width / 2;
  const halfHeight = size.height / 2;
  for (let at = 0, to = 0; at < positions.length; at += 3, to += 2) {
    const x = positions[at] as number;
    const y = positions[at + 1] as number;
    const z = positions[at + 2] as number;
    const w = d * x + h * y + l * z + p;
    if (w <= 0) {
      xy[to] = NOWHERE;
      xy[to + 1] = NOWHERE;
      continue;
    }
    xy[to] = halfWidth + (halfWidth * (a * x + e * y + i * z + m)) / w;
    xy[to + 1] = halfHeight - (halfHeight * (b * x + f * y + j * z + n)) / w;
  }
}

/** Where all points are on screen, worked out only when somebody asks and the view has changed since. */
export class Projection {
  xy = new Float32Array(0);
  readonly grid = new ScreenGrid();
  #isStale = true;
  #isGridStale = true;

  invalidate(): void {
    this.#isStale = true;
    this.#isGridStale = true;
  }

  /** Brings `xy` up to date. */
  update(positions: Float32Array, matrix: ArrayLike<number>, size: { width: number; height: number }): void {
    if (!this.#isStale) return;
    const wanted = (positions.length / 3) * 2;
    if (this.xy.length !== wanted) this.xy = new Float32Array(wanted);
    project(positions, matrix, size, this.xy);
    this.#isStale = false;
  }

  /** Brings the grid up to date too. Points whose `fades` are lower than `least` are not in it. */
  updateGrid(fades: Uint8Array, least: number, size: { width: number; height: number }): ScreenGrid {
    if (this.#isGridStale) this.grid.build(this.xy, fades, least, size);
    this.#isGridStale = false;
    return this.grid;
  }
}
