export type GridMove = "up" | "down" | "first" | "last" | "page_up" | "page_down";
export type GridAction = "preview" | "open" | "delete" | "select" | "favourite";
export type GridCommand = GridMove | GridAction;

const COMMANDS: Readonly<Record<string, GridCommand>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  PageUp: "page_up",
  PageDown: "page_down",
  " ": "preview",
  Enter: "open",
  Delete: "delete",
  Backspace: "delete",
  x: "select",
  X: "select",
  f: "favourite",
  F: "favourite",
};

/** What a key does in the grid; null for keys it does not handle. */
export const gridCommand = (key: string): GridCommand | null => COMMANDS[key] ?? null;

const PAGE_ROWS = 10;

const TARGETS: Readonly<Record<GridMove, (index: number, count: number) => number>> = {
  up: (index) => index - 1,
  down: (index) => index + 1,
  first: () => 0,
  last: (_, count) => count - 1,
  page_up: (index) => index - PAGE_ROWS,
  page_down: (index) => index + PAGE_ROWS,
};

export const isMove = (command: GridCommand): command is GridMove => command in TARGETS;

/** The index a move leads to, kept inside the list. */
export function indexAfter(move: GridMove, index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, TARGETS[move](index, count)));
}
