"use client";

import { usePictureChoice } from "./controls/use-picture-choice";
import type { SeenSample } from "./load-sample";
import { Visualizer } from "./visualizer";

export interface VisualizerPageProps {
  sample: SeenSample;
  initial: { scene: string | null; seed: number };
}

/** The visualizer as a page of its own, at an address that says what is shown. */
export function VisualizerPage({ sample, initial }: VisualizerPageProps) {
  const choice = usePictureChoice(initial, { isInAddress: true });
  return (
    <div data-full-bleed>
      <Visualizer sample={sample} choice={choice} onClose={null} />
    </div>
  );
}
