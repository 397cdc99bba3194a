export type GridMove = "up" | "down" | "first" | "last" | "page_up" | "page_down" | "left" | "right";
export type GridAction =
  | "play"
  | "open"
  | "delete"
  | "select"
  | "select_all"
  | "favourite"
  | "similar"
  | "back"
  | "forward"
  | "clear"
  | "help";
export type GridCommand = GridMove | GridAction;

const COMMANDS: Readonly<Record<string, GridCommand>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  PageUp: "page_up",
  PageDown: "page_down",
  " ": "play",
  Enter: "open",
  Delete: "delete",
  Backspace: "delete",
  Escape: "clear",
  ArrowLeft: "back",
  ArrowRight: "forward",
  j: "back",
  l: "forward",
  x: "select",
  f: "favourite",
  s: "similar",
  "?": "help",
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key does in the list; null for keys that it does not handle. Cards stand beside each other as well. */
export function gridCommand({ key, ctrlKey, metaKey, altKey }: Pressed, areCards = false): GridCommand | null {
  const known = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return known === "a" && !altKey ? "select_all" : null;
  if (altKey) return null;
  if (areCards && known === "ArrowLeft") return "left";
  if (areCards && known === "ArrowRight") return "right";
  return COMMANDS[known] ?? null;
}

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

export const isMove = (command: GridCommand): command is GridMove => command in TARGETS;

/** The index that a move leads to, kept inside the list. */
export function indexAfter(move: GridMove, index: number, size: GridSize): number {
  return Math.max(0, Math.min(size.count - 1, TARGETS[move](index, size)));
}
