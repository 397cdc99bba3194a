"use client";

import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { useTheme } from "@/components/ui/use-theme";
import type { Stage } from "./engine/stage";
import { afterFirstPicture, PHONE } from "./first-picture/first-answer";
import type { GalaxyModel } from "./galaxy-model";
import { stageColours } from "./theme-colours";
import { useMedia } from "./use-media";

/** A picture that was lost comes back in this time, or not at all. */
const LOST_MS = 3000;

/** What draws in space is most of what the page loads. */
async function loadSpace() {
  await afterFirstPicture();
  return import("./engine/space-stage");
}
// It comes while the page is still put together. Where it cannot, whoever opens the stage hears of it.
if (typeof window !== "undefined" && !window.matchMedia(PHONE).matches) loadSpace().catch(() => {});

/** @throws if it is to be drawn with WebGL and the browser has none */
async function openStage(canvas: HTMLCanvasElement, isFlat: boolean): Promise<Stage> {
  if (!isFlat) return new (await loadSpace()).SpaceStage(canvas);
  return new (await import("./engine/flat-stage")).FlatStage(canvas);
}

export interface OpenedStage {
  stage: Stage | null;
  /** The canvas must be another element for another kind of picture. */
  kind: "space" | "flat";
  /** Why it is flat on a screen that has room for space. */
  hasNoWebGl: boolean;
}

/** Draws the model's points on a canvas, in space where that can be. */
export function useStage(model: GalaxyModel, canvas: HTMLCanvasElement | null, wantsFlat: boolean): OpenedStage {
  const [stage, setStage] = useState<Stage | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isPhone = useMedia(PHONE);
  const isStill = useReducedMotion();
  const theme = useTheme();
  const isFlat = isPhone || hasFailed || wantsFlat;
  const kind = isFlat ? "flat" : "space";

  useEffect(() => {
    if (!canvas || canvas.dataset.kind !== kind) return;
    // What the server has drawn knows no window: a phone must not load for space before it is drawn again.
    if (kind === "space" && window.matchMedia(PHONE).matches) return;
    const scope = new Scope();
    const open = async () => {
      const opened = await openStage(canvas, kind === "flat");
      scope.add(() => opened.dispose());
      if (scope.signal.aborted) return;
      scope.add(() => {
        if (model.stage === opened) model.stage = null;
        setStage(null);
      });
      const measure = () => opened.resize(canvas.clientWidth, canvas.clientHeight);
      opened.theme(stageColours());
      measure();
      scope.own(new ResizeObserver(measure)).observe(canvas);
      model.stage = opened;
      setStage(opened);
    };
    open().catch(() => !scope.signal.aborted && setFailed(true));
    watchLoss(scope, canvas, () => setFailed(true));
    return scope.dispose;
  }, [model, canvas, kind]);

  useEffect(() => {
    if (stage) stage.isStill = isStill;
  }, [stage, isStill]);
  useEffect(() => {
    if (!stage || !theme) return;
    const scope = new Scope();
    // What gives the page its theme does so after the effects of what is in the page.
    scope.timeout(() => stage.theme(stageColours()), 0);
    return scope.dispose;
  }, [stage, theme]);
  return { stage, kind, hasNoWebGl: hasFailed && !isPhone };
}

function watchLoss(scope: Scope, canvas: HTMLCanvasElement, onLost: () => void): void {
  let waiting: Scope | null = null;
  const lost = () => {
    waiting = new Scope();
    waiting.timeout(onLost, LOST_MS);
  };
  const restored = () => waiting?.dispose();
  canvas.addEventListener("webglcontextlost", lost);
  canvas.addEventListener("webglcontextrestored", restored);
  scope.add(() => {
    restored();
    canvas.removeEventListener("webglcontextlost", lost);
    canvas.removeEventListener("webglcontextrestored", restored);
  });
}
