"use client";

import { useState } from "react";
import { useText } from "#text";
import { Slider } from "@/components/ui/slider";
import { msg } from "@/lib/language/text";
import { formatPercent } from "@/lib/music/notation";
import { ASPECTS, type Aspect, type AspectWeights } from "@/lib/similarity/schema";
import { ASPECT_NAMES } from "./match-text";

const WEIGHT_NAMES: Record<Aspect, string> = {
  timbre: msg("How much timbre counts"),
  rhythm: msg("How much rhythm counts"),
  harmony: msg("How much harmony counts"),
};

export interface WeightSlidersProps {
  weights: AspectWeights;
  onChange: (weights: AspectWeights) => void;
}

/** What counts when sounds are compared. The last one that counts cannot be turned off. */
export function WeightSliders({ weights, onChange }: WeightSlidersProps) {
  const t = useText();
  const [moved, setMoved] = useState<AspectWeights | null>(null);
  const shown = moved ?? weights;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1 max-sm:w-full">
      <legend className="sr-only">{t("What counts in a sound")}</legend>
      {ASPECTS.map((aspect) => (
        <div key={aspect} className="flex items-center gap-2.5 text-sm max-sm:w-full">
          <span aria-hidden className="max-sm:w-18">
            {t(ASPECT_NAMES[aspect])}
          </span>
          <Slider
            label={t(WEIGHT_NAMES[aspect])}
            value={Math.round(shown[aspect] * 100)}
            valueText={(value) => t("{percent}%", { percent: value })}
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
            {formatPercent(shown[aspect], t)}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
