import { Scope } from "./scope";

/** An element, and how far from its place it was: its middle, and its size as a share of what it is now. */
export interface Shift {
  element: HTMLElement;
  x: number;
  y: number;
  scale: number;
}

/** The library comes with the first thing that moves: most visits see none do so. */
const motion = () => import("framer-motion");
const SPRING = { type: "spring", visualDuration: 0.3, bounce: 0.15 } as const;

/** Shows them where they were, and lets them go from there to where they are. @returns what ends that at once. */
export function playShifts(shifts: readonly Shift[]): () => void {
  const scope = new Scope();
  for (const { element, x, y, scale } of shifts) {
    element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    scope.add(() => {
      element.style.transform = "";
    });
  }
  const run = async () => {
    const { animate } = await motion();
    const { signal } = scope;
    if (signal.aborted) return;
    const running = shifts.map(({ element, x, y, scale }) =>
      animate(element, { x: [x, 0], y: [y, 0], scale: [scale, 1] }, SPRING),
    );
    for (const one of running) scope.add(() => one.stop());
    await Promise.all(running);
  };
  run().then(scope.dispose, scope.dispose);
  return scope.dispose;
}
