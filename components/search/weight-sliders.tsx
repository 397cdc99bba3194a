"use client";

import { useState } from "react";
import { Slider } from "@/components/ui/slider";
import { formatPercent } from "@/lib/music/notation";
import { ASPECTS, type AspectWeights } from "@/lib/similarity/schema";
import { ASPECT_NAMES } from "./match-text";

export interface WeightSlidersProps {
  weights: AspectWeights;
  onChange: (weights: AspectWeights) => void;
}

/** What counts when sounds are compared. The last one that counts cannot be turned off. */
export function WeightSliders({ weights, onChange }: WeightSlidersProps) {
  const [moved, setMoved] = useState<AspectWeights | null>(null);
  const shown = moved ?? weights;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1 max-sm:w-full">
      <legend className="sr-only">What counts in a sound</legend>
      {ASPECTS.map((aspect) => (
        <div key={aspect} className="flex items-center gap-2.5 text-sm max-sm:w-full">
          <span aria-hidden className="max-sm:w-18">
            {ASPECT_NAMES[aspect]}
          </span>
          <Slider
            label={`How much ${ASPECT_NAMES[aspect].toLowerCase()} counts`}
            value={Math.round(shown[aspect] * 100)}
            valueText={(value) => `${value}%`}
            className="w-24 max-sm:flex-1"
            onValueChange={(value) => {
              const next = { ...shown, [aspect]: value / 100 };
              if (ASPECTS.some((other) => next[other] > 0)) setMoved(next);
            }}
            onValueCommitted={() => {
              if (moved) onChange(moved);
              setMoved(null);
            }}
          />
          <span aria-hidden className="figures w-9 text-right text-muted-foreground text-xs">
            {formatPercent(shown[aspect])}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
