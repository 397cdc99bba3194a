import { Scope } from "@/components/ui/scope";
import type { Stage } from "./engine/stage";

/** A hand that moved less has pressed, not dragged. */
const CLICK_PX = 5;
const HOVER_PX = 14;
const TOUCH_PX = 26;
const WHEEL_ZOOM = 0.0016;
const KEY_ZOOM = 1.5;
/** Corners of a lasso are at least so far apart. */
const LASSO_STEP_PX = 3;

export interface ControlHandlers {
  /** The pointer or the keys have come to a point; −1: the pointer has left all. */
  onPoint: (index: number, by: "hover" | "key") => void;
  /** A point was pressed. `isMore`: with Ctrl, ⌘ or Shift. */
  onPress: (index: number, by: "mouse" | "touch", isMore: boolean) => void;
  onOpen: () => void;
  onPick: () => void;
  onToggle: () => void;
  onEscape: () => void;
  /** x and y of the corners so far; null when it has ended or was given up. */
  onLasso: (line: readonly number[] | null) => void;
  onLassoed: (line: readonly number[], isMore: boolean) => void;
  onHelp: () => void;
}

export interface ControlOptions extends ControlHandlers {
  stage: Stage;
  /** The point that has the cursor; −1 for none. */
  cursor: () => number;
  isLasso: () => boolean;
}

interface Hand {
  x: number;
  y: number;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Right, up and forward by the place of the key, whatever letter it has. */
const STEERING: Readonly<Record<string, readonly [number, number, number]>> = {
  KeyW: [0, 0, 1],
  KeyS: [0, 0, -1],
  KeyA: [-1, 0, 0],
  KeyD: [1, 0, 0],
  KeyE: [0, 1, 0],
  KeyQ: [0, -1, 0],
};

/** Lets hands and keys act on a stage. Returns what ends it. */
export function attachControls(element: HTMLElement, options: ControlOptions): () => void {
  const scope = new Scope();
  attachPointer(scope, element, options);
  attachKeys(scope, element, options);
  return scope.dispose;
}

function attachPointer(scope: Scope, element: HTMLElement, options: ControlOptions): void {
  const { stage } = options;
  const hands = new Map<number, Hand>();
  let way = 0;
  let line: number[] | null = null;
  let isPan = false;
  const at = (event: PointerEvent | WheelEvent): Hand => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const endLasso = () => {
    line = null;
    options.onLasso(null);
  };
  scope.listen(element, "pointerdown", (event) => {
    const hand = at(event);
    hands.set(event.pointerId, hand);
    element.setPointerCapture(event.pointerId);
    element.focus({ preventScroll: true });
    if (hands.size > 1) {
      // A second finger: this is no press and no lasso.
      way = CLICK_PX;
      if (line) endLasso();
      return;
    }
    way = 0;
    isPan = event.button !== 0 || event.altKey;
    if (options.isLasso() && event.button === 0) line = [hand.x, hand.y];
  });
  scope.listen(element, "pointermove", (event) => {
    const now = at(event);
    const before = hands.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") options.onPoint(stage.hit(now.x, now.y, HOVER_PX), "hover");
      return;
    }
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    way += Math.hypot(dx, dy);
    if (hands.size === 2) pinch(stage, hands, event.pointerId, now);
    else if (line) {
      const far = Math.hypot(now.x - (line.at(-2) ?? 0), now.y - (line.at(-1) ?? 0));
      if (far >= LASSO_STEP_PX) {
        line.push(now.x, now.y);
        options.onLasso(line);
      }
    } else if (way >= CLICK_PX) stage.drag(dx, dy, !isPan);
    hands.set(event.pointerId, now);
  });
  const lift = (event: PointerEvent, isCancelled: boolean) => {
    const hand = hands.get(event.pointerId);
    hands.delete(event.pointerId);
    if (!hand || hands.size > 0) return;
    const isMore = event.ctrlKey || event.metaKey || event.shiftKey;
    if (line) {
      const drawn = line;
      endLasso();
      if (!isCancelled && way >= CLICK_PX) options.onLassoed(drawn, isMore);
    }
    if (isCancelled || way >= CLICK_PX || event.button !== 0) return;
    const by = event.pointerType === "mouse" ? "mouse" : "touch";
    options.onPress(stage.hit(hand.x, hand.y, by === "mouse" ? HOVER_PX : TOUCH_PX), by, isMore);
  };
  scope.listen(element, "pointerup", (event) => lift(event, false));
  scope.listen(element, "pointercancel", (event) => lift(event, true));
  scope.listen(element, "pointerleave", (event) => {
    if (event.pointerType === "mouse" && hands.size === 0) options.onPoint(-1, "hover");
  });
  scope.listen(element, "contextmenu", (event) => event.preventDefault());
  scope.listen(
    element,
    "wheel",
    (event) => {
      event.preventDefault();
      const { x, y } = at(event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      stage.zoom(Math.exp(-event.deltaY * lines * WHEEL_ZOOM), x, y);
    },
    { passive: false },
  );
}

/** Two fingers: how far apart they are zooms, and where their middle goes moves. */
function pinch(stage: Stage, hands: ReadonlyMap<number, Hand>, moved: number, now: Hand): void {
  const before = hands.get(moved);
  const other = [...hands].find(([id]) => id !== moved)?.[1];
  if (!before || !other) return;
  const apart = Math.hypot(before.x - other.x, before.y - other.y);
  const apartNow = Math.hypot(now.x - other.x, now.y - other.y);
  stage.drag((now.x - before.x) / 2, (now.y - before.y) / 2, false);
  if (apart > 0) stage.zoom(apartNow / apart, (now.x + other.x) / 2, (now.y + other.y) / 2);
}

function attachKeys(scope: Scope, element: HTMLElement, options: ControlOptions): void {
  const { stage } = options;
  const held = new Set<string>();
  const steer = () => {
    const sum: [number, number, number] = [0, 0, 0];
    for (const code of held) {
      const [right, up, forward] = STEERING[code] ?? [0, 0, 0];
      sum[0] += right;
      sum[1] += up;
      sum[2] += forward;
    }
    stage.steer(...sum);
  };
  const letGo = () => {
    if (held.size === 0) return;
    held.clear();
    steer();
  };
  const middle = () => [element.clientWidth / 2, element.clientHeight / 2] as const;
  const actions = new Map<string, () => void>([
    ["Enter", options.onOpen],
    [" ", options.onToggle],
    ["x", options.onPick],
    ["X", options.onPick],
    ["Escape", options.onEscape],
    ["Home", () => stage.overview()],
    ["PageUp", () => stage.zoom(KEY_ZOOM, ...middle())],
    ["PageDown", () => stage.zoom(1 / KEY_ZOOM, ...middle())],
    ["?", options.onHelp],
  ]);
  scope.listen(element, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    const action = actions.get(event.key);
    if (direction) {
      const next = stage.next(options.cursor(), ...direction);
      if (next >= 0) options.onPoint(next, "key");
    } else if (action) action();
    else if (STEERING[event.code]) {
      held.add(event.code);
      steer();
    } else return;
    event.preventDefault();
  });
  scope.listen(element, "keyup", (event) => {
    if (held.delete(event.code)) steer();
  });
  scope.listen(element, "blur", letGo);
  scope.add(letGo);
}
