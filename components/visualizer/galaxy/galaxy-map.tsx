"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useText } from "#text";
import { Scope } from "@/components/ui/scope";
import { useTheme } from "@/components/ui/use-theme";
import { cn } from "@/lib/cn";
import { attachControls, type ControlHandlers } from "./controls";
import { NOWHERE } from "./engine/projection";
import type { Stage } from "./engine/stage";
import type { GalaxyModel, GalaxyState } from "./galaxy-model";
import { type OverlayPicture, paintOverlay } from "./overlay";
import { RegionLabels } from "./region-labels";
import { themeColour } from "./theme-colours";
import type { PointPreview } from "./use-point-preview";
import type { OpenedStage } from "./use-stage";

export interface GalaxyMapProps {
  model: GalaxyModel;
  state: GalaxyState;
  preview: PointPreview;
  opened: OpenedStage;
  /** Takes the canvas that is drawn on. */
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
  isLasso: boolean;
  /** The lasso was drawn or given up. */
  onLassoEnd: () => void;
  /** The view has come to rest. */
  onRest: () => void;
  onHelp: () => void;
  className?: string;
}

type Colours = OverlayPicture["colours"];
const NO_COLOURS: Colours = { accent: "#f0f", background: "#000" };

/** The points, with hands and keys on them. */
export function GalaxyMap(props: GalaxyMapProps) {
  const t = useText();
  const { model, state, preview, opened, onCanvas, isLasso, onLassoEnd, onRest, onHelp, className } = props;
  const { stage, kind } = opened;
  const router = useRouter();
  const theme = useTheme();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const first = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const lasso = useRef<readonly number[] | null>(null);
  const colours = useRef(NO_COLOURS);
  const follow = useRef<((stage: Stage, size: { width: number; height: number }) => void) | null>(null);
  const helpId = useId();

  const drawOver = useCallback(() => {
    const { stage: drawn } = model;
    const canvas = overlay.current;
    if (!drawn || !canvas) return;
    // From here on the map is drawn by what the page has loaded.
    if (first.current && model.present > 0) first.current.hidden = true;
    const size = drawn.measures();
    const { cursor, path } = model.state();
    paintOverlay(canvas, {
      ...size,
      path: drawn.locatePoints(path),
      lasso: lasso.current,
      colours: colours.current,
    });
    if (ring.current) placeRing(ring.current, cursor < 0 ? [] : drawn.locatePoints([cursor]));
    follow.current?.(drawn, size);
  }, [model]);
  const onFollow = useCallback(
    (next: typeof follow.current) => {
      follow.current = next;
      model.stage?.changed();
    },
    [model],
  );

  const open = (index: number) => index >= 0 && router.push(`/samples/${model.idOf(index)}`);
  const handle = useEffectEvent(
    (): ControlHandlers => ({
      onPoint: preview.point,
      onPress: (index, by, isMore) => {
        if (index < 0) return;
        const wasThere = model.state().cursor === index;
        if (isMore) model.pick(index);
        // A finger has no hover: its first touch is that.
        else if (by === "touch" && !wasThere) preview.point(index, "key");
        else open(index);
      },
      onOpen: () => open(model.state().cursor),
      onPick: () => model.state().cursor >= 0 && model.pick(model.state().cursor),
      onToggle: () => preview.toggle(model.state().cursor),
      onEscape: () => {
        if (isLasso) onLassoEnd();
        else if (model.state().picked.length > 0) model.pickAll([]);
        else model.moveTo(-1);
      },
      onLasso: (line) => {
        lasso.current = line;
        drawOver();
      },
      onLassoed: (line, isMore) => {
        const inside = model.stage?.inside(line) ?? [];
        model.pickAll(isMore ? [...new Set([...model.state().picked, ...inside])] : inside);
        onLassoEnd();
      },
      onHelp,
    }),
  );
  const asksLasso = useEffectEvent(() => isLasso);
  const rested = useEffectEvent(onRest);

  useEffect(() => {
    if (!stage || !element) return;
    stage.onFrame = drawOver;
    stage.onRest = () => rested();
    stage.changed();
    return attachControls(element, {
      ...delegated(() => handle()),
      stage,
      cursor: () => model.state().cursor,
      isLasso: () => asksLasso(),
    });
  }, [stage, element, model, drawOver]);
  useEffect(() => {
    if (!theme) return;
    const scope = new Scope();
    // The page has its theme only after this effect.
    scope.timeout(() => {
      colours.current = { accent: themeColour("accent"), background: themeColour("background") };
      drawOver();
    }, 0);
    return scope.dispose;
  }, [theme, drawOver]);

  return (
    <div className={cn("relative overflow-hidden", className)}>
      <div
        ref={setElement}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys.
        tabIndex={0}
        aria-label={
          state.status === "loading"
            ? t("Map of your sounds")
            : t.count(model.present, "Map of {count} sound", "Map of {count} sounds")
        }
        aria-describedby={helpId}
        aria-busy={stage === null}
        className={cn(
          "absolute inset-0 touch-none select-none outline-offset-[-2px]",
          isLasso ? "cursor-crosshair" : "cursor-grab active:cursor-grabbing",
        )}
      >
        <canvas key={kind} data-kind={kind} ref={onCanvas} aria-hidden className="absolute inset-0 size-full" />
        <canvas ref={first} data-kind="first" suppressHydrationWarning aria-hidden className={OVER_IT} />
        <RegionLabels regions={state.labels.regions} onFollow={onFollow} />
        <canvas ref={overlay} hidden aria-hidden className={OVER_IT} />
        <div ref={ring} hidden aria-hidden className={RING} />
      </div>
      <p id={helpId} className="sr-only">
        {t(
          "Sounds that are near each other are alike. Arrow keys go to the next sound in that direction and play it. Space plays or pauses, Enter opens, X picks. The list has the same sounds.",
        )}
      </p>
    </div>
  );
}

const OVER_IT = "pointer-events-none absolute inset-0 size-full";

/** Around the point that has the cursor, with its middle in the corner of the map. */
const RING =
  "pointer-events-none absolute -top-2.5 -left-2.5 size-5 rounded-full border-2 border-foreground ring-1 ring-background/60 will-change-transform";

function placeRing(ring: HTMLElement, [x = NOWHERE, y = NOWHERE]: ArrayLike<number> & Iterable<number>): void {
  ring.hidden = x === NOWHERE;
  if (!ring.hidden) ring.style.transform = `translate(${x}px, ${y}px)`;
}

/** Handlers that ask for the newest ones when they are called. */
function delegated(latest: () => ControlHandlers): ControlHandlers {
  return {
    onPoint: (...given) => latest().onPoint(...given),
    onPress: (...given) => latest().onPress(...given),
    onOpen: () => latest().onOpen(),
    onPick: () => latest().onPick(),
    onToggle: () => latest().onToggle(),
    onEscape: () => latest().onEscape(),
    onLasso: (...given) => latest().onLasso(...given),
    onLassoed: (...given) => latest().onLassoed(...given),
    onHelp: () => latest().onHelp(),
  };
}
