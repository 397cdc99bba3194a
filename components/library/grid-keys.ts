export type GridMove = "up" | "down" | "first" | "last" | "page_up" | "page_down" | "left" | "right";
export const GRID_ACTIONS = [
  "play",
  "open",
  "delete",
  "select",
  "select_all",
  "favourite",
  "similar",
  "back",
  "forward",
  "clear",
] as const;
export type GridAction = (typeof GRID_ACTIONS)[number];

export interface GridSize {
  count: number;
  /** Cards of a line; 1 in a table. */
  perLine: number;
  linesInView: number;
}

const TARGETS: Readonly<Record<GridMove, (index: number, size: GridSize) => number>> = {
  up: (index, { perLine }) => (index >= perLine ? index - perLine : index),
  down: (index, { perLine, count }) => (index + perLine < count ? index + perLine : index),
  left: (index) => index - 1,
  right: (index) => index + 1,
  first: () => 0,
  last: (_, { count }) => count - 1,
  page_up: (index, { perLine, linesInView }) => index - perLine * linesInView,
  page_down: (index, { perLine, linesInView }) => index + perLine * linesInView,
};

export const GRID_MOVES = Object.keys(TARGETS) as GridMove[];

/** The index that a move leads to, kept inside the list. */
export function indexAfter(move: GridMove, index: number, size: GridSize): number {
  return Math.max(0, Math.min(size.count - 1, TARGETS[move](index, size)));
}
