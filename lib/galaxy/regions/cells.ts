/** Cells along each axis of the cube. */
const SIDE = 12;
/** A region is a cell and those around it. No two regions have a cell in common. */
const REGION_CELLS = 1;
const APART = 2 * REGION_CELLS + 1;
export const REGIONS_MAX = 24;
/** A place with fewer points, or with a smaller share of all of them, is not dense. */
const POINTS_MIN = 5;
const SHARE_MIN = 0.01;

/** How many points of a library lie in one cell. */
export interface Cell {
  cell: number;
  count: number;
}

/** A dense place: its cells, and how many points lie in them. */
export interface DensePlace {
  cells: number[];
  count: number;
}

/** The cell of a coordinate in SQL and here: whole numbers from 0 to `SIDE` − 1 along each axis. */
export const CELL_SIDE = SIDE;

const coordinatesOf = (cell: number): [number, number, number] => [
  cell % SIDE,
  Math.floor(cell / SIDE) % SIDE,
  Math.floor(cell / SIDE ** 2),
];

/** Where most points are: cells with more points around them than any other, the densest first. */
export function densePlaces(cells: readonly Cell[]): DensePlace[] {
  const counts = new Map(cells.map(({ cell, count }) => [cell, count]));
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const places = cells
    .map(({ cell }) => {
      const around = cellsAround(cell).filter((one) => counts.has(one));
      return { cell, cells: around, count: around.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0) };
    })
    .filter(({ count }) => count >= Math.max(POINTS_MIN, SHARE_MIN * total))
    .sort((a, b) => b.count - a.count || a.cell - b.cell);
  const chosen: typeof places = [];
  for (const place of places) {
    if (chosen.length === REGIONS_MAX) break;
    if (chosen.every((other) => cellsApart(place.cell, other.cell) >= APART)) chosen.push(place);
  }
  return chosen.map(({ cells: own, count }) => ({ cells: own, count }));
}

function cellsApart(a: number, b: number): number {
  const other = coordinatesOf(b);
  return Math.max(...coordinatesOf(a).map((value, axis) => Math.abs(value - (other[axis] ?? 0))));
}

function cellsAround(cell: number): number[] {
  const [x, y, z] = coordinatesOf(cell);
  const steps = Array.from({ length: 2 * REGION_CELLS + 1 }, (_, i) => i - REGION_CELLS);
  return steps.flatMap((dz) =>
    steps.flatMap((dy) =>
      steps
        .map((dx) => [x + dx, y + dy, z + dz])
        .filter((at) => at.every((value) => value >= 0 && value < SIDE))
        .map(([cx = 0, cy = 0, cz = 0]) => cx + SIDE * (cy + SIDE * cz)),
    ),
  );
}
