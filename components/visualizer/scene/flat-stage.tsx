import { useEffect, useRef } from "react";
import { Scope } from "@/components/ui/scope";
import type { ShownPicture } from "./picture-props";

/** More pixels than this are not drawn: a flat picture is made by the processor. */
const PIXEL_RATIO_MAX = 1.5;

/** Runs the flat picture of a scene, for browsers without WebGL. */
export function FlatStage({ kind, piece, seed, isCalm, colours, driver, isRunning, at, onPicture }: ShownPicture) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  const drawn = useRef((_deltaSeconds: number) => {});

  useEffect(() => {
    const element = canvas.current;
    if (!element || !box.current) return;
    const scope = new Scope();
    onPicture({ canvas: element, draw: () => drawn.current(0) });
    scope.add(() => onPicture(null));
    scope.own(new ResizeObserver(() => drawn.current(0))).observe(box.current);
    return scope.dispose;
  }, [onPicture]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: while nothing plays, the picture is drawn when somebody seeks.
  useEffect(() => {
    const [element, context] = [canvas.current, canvas.current?.getContext("2d")];
    if (!element || !context) return;
    const scene = kind.makeFlat({ piece, seed, isCalm, detail: 0.5, colours });
    drawn.current = (deltaSeconds) => {
      const { clientWidth: width, clientHeight: height } = element;
      const ratio = Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio);
      const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== columns || element.height !== rows)
        Object.assign(element, { width: columns, height: rows });
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      scene(context, driver.next(deltaSeconds), { width, height });
    };
    if (!isRunning) {
      drawn.current(0);
      return;
    }
    const scope = new Scope();
    let before: number | null = null;
    scope.frames(() => {
      const now = performance.now();
      drawn.current(before === null ? 0 : (now - before) / 1000);
      before = now;
    });
    return scope.dispose;
  }, [kind, piece, seed, isCalm, colours, driver, isRunning, isRunning ? null : at]);

  return (
    <div ref={box} className="absolute inset-0">
      <canvas ref={canvas} aria-hidden data-flat className="block size-full" />
    </div>
  );
}
