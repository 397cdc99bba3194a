"use client";

import { useEffect, useRef } from "react";
import { useText } from "#text";
import { type LabelBox, placeLabels } from "./engine/labels";
import type { Stage } from "./engine/stage";
import type { GalaxyRegion } from "./fetch-galaxy";
import { regionName } from "./region-name";

export interface RegionLabelsProps {
  regions: readonly GalaxyRegion[];
  /** Called with what puts the labels where they belong, for each picture; null when they are gone. */
  onFollow: (follow: ((stage: Stage, size: { width: number; height: number }) => void) | null) => void;
}

/** The names of regions over the points. They follow the picture without React. Hidden from readers, who have a list. */
export function RegionLabels({ regions, onFollow }: RegionLabelsProps) {
  const t = useText();
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = layer.current;
    if (!node) return;
    const labels = [...node.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
    // The largest first, as they are in the document.
    const boxes: LabelBox[] = labels.map(({ offsetWidth: width, offsetHeight: height }) => ({
      ...{ x: 0, y: 0, width, height },
    }));
    const places = Float32Array.from(regions.flatMap(({ x, y, z }) => [x, y, z]));
    const xy = new Float32Array(regions.length * 2);
    const shown = new Uint8Array(regions.length);
    // For each picture, so what is the same is not written again.
    const wasShown = new Uint8Array(regions.length);
    onFollow((stage, size) => {
      stage.locate(places, xy);
      boxes.forEach((box, at) => {
        box.x = xy[at * 2] as number;
        box.y = xy[at * 2 + 1] as number;
      });
      placeLabels(boxes, size, shown);
      labels.forEach((label, at) => {
        const { x, y, width, height } = boxes[at] as LabelBox;
        if (shown[at] !== wasShown[at]) label.style.opacity = shown[at] === 1 ? "1" : "0";
        if (shown[at] === 1) label.style.transform = `translate(${x - width / 2}px, ${y - height / 2}px)`;
      });
      wasShown.set(shown);
    });
    return () => onFollow(null);
  }, [regions, onFollow]);
  return (
    <div ref={layer} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {regions.map(({ text, x, y, z }) => (
        <span
          key={`${text} ${x} ${y} ${z}`}
          className="absolute top-0 left-0 whitespace-nowrap rounded-full bg-background/55 px-2 py-0.5 font-medium text-foreground/90 text-xs opacity-0 transition-opacity duration-200 will-change-transform"
        >
          {regionName(text, t)}
        </span>
      ))}
    </div>
  );
}
