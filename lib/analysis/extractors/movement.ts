import { type LevelMotion, LevelMotionMeter } from "@/lib/dsp/level/level-motion";
import { type OnsetEvents, onsetEvents, pulseClarity, summedStrength } from "@/lib/dsp/rhythm/onset-events";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import type { Listener } from "./listener";
import { evidenceStep } from "./step";

/** What happens over time, apart from tempo. */
export type Movement = {
  /** Whether anything sounds at all. */
  isHeard: boolean;
  events: OnsetEvents;
  beatStrength: number;
  level: LevelMotion;
  /** Share of the low band in all onset strength, 0 … 1. */
  lowShare: number;
};

class MovementListener implements Listener {
  private readonly motion: LevelMotionMeter;
  private isHeard = false;

  constructor(private readonly framesPerSecond: number) {
    this.motion = new LevelMotionMeter(framesPerSecond);
  }

  onFrame(power: Float64Array): void {
    const total = totalPower(power);
    if (total > 0) this.isHeard = true;
    this.motion.push(total);
  }

  /** @param strengths onset strength per frame: low, mid and high band */
  finish(strengths: Float64Array[]): Movement {
    const strength = summedStrength(strengths);
    return {
      isHeard: this.isHeard,
      events: onsetEvents(strength, this.framesPerSecond),
      beatStrength: pulseClarity(strength, this.framesPerSecond),
      level: this.motion.finish(),
      lowShare: lowShareOf(strengths),
    };
  }
}

function lowShareOf(strengths: Float64Array[]): number {
  const [low = 0, ...rest] = strengths.map((strength) => strength.reduce((sum, value) => sum + value, 0));
  const all = rest.reduce((sum, value) => sum + value, low);
  return all > 0 ? low / all : 0;
}

export const movementStep = evidenceStep("movement", {
  needs: ["onsets"],
  listen: ({ framesPerSecond }) => new MovementListener(framesPerSecond),
  compute: ({ onsets, heard }) => heard.finish(onsets),
});
