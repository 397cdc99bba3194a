export type GridMove = "up" | "down" | "first" | "last" | "page_up" | "page_down";
export type GridCommand = GridMove | "preview" | "open" | "delete" | "select";

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
};

export const gridCommand = (key: string): GridCommand | null => COMMANDS[key] ?? null;

const PAGE_ROWS = 10;

/** Where a move leads, kept inside the list. */
export function indexAfter(move: GridMove, index: number, count: number): number {
  const target = {
    up: index - 1,
    down: index + 1,
    first: 0,
    last: count - 1,
    page_up: index - PAGE_ROWS,
    page_down: index + PAGE_ROWS,
  }[move];
  return Math.max(0, Math.min(count - 1, target));
}
