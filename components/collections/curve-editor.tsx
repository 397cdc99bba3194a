"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { CURVE_PRESETS, type CurvePoint, type CurvePreset } from "@/lib/playlists/order/curve";
import { movedPoint } from "./curve-points";

const [WIDTH, HEIGHT] = [320, 140];
const NAMES = Object.keys(CURVE_PRESETS) as CurvePreset[];

export interface CurveEditorProps {
  points: readonly CurvePoint[];
  onChange: (points: CurvePoint[]) => void;
}

/**
 * The energy of a set from its beginning to its end. A point is dragged, or focused and moved: up and down change its
 * energy, left and right its place, with Shift by more.
 */
export function CurveEditor({ points, onChange }: CurveEditorProps) {
  const t = useText();
  const picture = useRef<SVGSVGElement>(null);
  const byKey = (event: KeyboardEvent, index: number) => {
    const step = event.shiftKey ? 0.1 : 0.02;
    const change: Record<string, [number, number]> = {
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
    };
    const [at, energy] = change[event.key] ?? [0, 0];
    const point = points[index];
    if (!point || (at === 0 && energy === 0)) return;
    event.preventDefault();
    onChange(movedPoint(points, index, { at: point.at + at, energy: point.energy + energy }));
  };
  const drag = (event: PointerEvent, index: number) => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at = (event.clientX - box.left) / box.width;
    onChange(movedPoint(points, index, { at, energy: 1 - (event.clientY - box.top) / box.height }));
  };
  const first = points[0];
  const last = points.at(-1);
  const line = [
    ...(first ? [`0,${HEIGHT * (1 - first.energy)}`] : []),
    ...points.map(({ at, energy }) => `${WIDTH * at},${HEIGHT * (1 - energy)}`),
    ...(last ? [`${WIDTH},${HEIGHT * (1 - last.energy)}`] : []),
  ].join(" ");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{t("Energy, from the beginning to the end")}</legend>
      <div className="flex flex-wrap gap-2">
        {NAMES.map((name) => (
          <Button
            key={name}
            size="sm"
            onClick={() => onChange(CURVE_PRESETS[name].points.map((point) => ({ ...point })))}
          >
            {t(CURVE_PRESETS[name].label)}
          </Button>
        ))}
      </div>
      <div className="relative w-full touch-none" style={{ aspectRatio: `${WIDTH} / ${HEIGHT}` }}>
        <svg
          ref={picture}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="absolute inset-0 size-full rounded-md border bg-muted"
          aria-hidden
        >
          <polyline points={line} fill="none" stroke="var(--primary)" strokeWidth="2" />
        </svg>
        {points.map(({ at, energy }, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a point keeps its place among the others
            key={index}
            type="button"
            role="slider"
            aria-label={t("Point {place} of {count}", { place: index + 1, count: points.length })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(100 * energy)}
            aria-valuetext={t("Energy {energy} % at {place} % of the set", {
              energy: Math.round(100 * energy),
              place: Math.round(100 * at),
            })}
            onKeyDown={(event) => byKey(event, index)}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(event, index)}
            className="absolute size-6 -translate-x-1/2 -translate-y-1/2 cursor-move rounded-full border-2 border-primary bg-background"
            style={{ left: `${100 * at}%`, top: `${100 * (1 - energy)}%` }}
          />
        ))}
      </div>
    </fieldset>
  );
}
