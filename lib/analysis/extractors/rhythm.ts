import type { BeatGridFacts, Rhythm } from "@/lib/analysis/record/schema";
import { type LevelMotion, LevelMotionMeter } from "@/lib/dsp/level/level-motion";
import { type OnsetEvents, onsetEvents, pulseClarity, summedStrength } from "@/lib/dsp/rhythm/onset-events";
import { absent, type Measured, measured } from "./extractor";

/** What is known about events in time besides tempo; other groups are derived from it. */
export type RhythmEvidence = { events: OnsetEvents; beatStrength: number; motion: LevelMotion; lowShare: number };

/** Onsets of the shared onset strength, and how the level moves. */
export class RhythmExtractor {
  private readonly motion: LevelMotionMeter;
  private heard = false;

  constructor(private readonly framesPerSecond: number) {
    this.motion = new LevelMotionMeter(framesPerSecond);
  }

  /** Power of one frame. */
  push(power: number): void {
    if (power > 0) this.heard = true;
    this.motion.push(power);
  }

  /** @param strengths onset strength per frame: low, mid and high band; @param grid null without beats */
  finish(
    strengths: Float64Array[],
    grid: BeatGridFacts | null,
  ): { rhythm: Measured<Rhythm>; evidence: RhythmEvidence } {
    const strength = summedStrength(strengths);
    const events = onsetEvents(strength, this.framesPerSecond);
    const beatStrength = pulseClarity(strength, this.framesPerSecond);
    const evidence = { events, beatStrength, motion: this.motion.finish(), lowShare: lowShareOf(strengths) };
    if (!this.heard) return { rhythm: absent("silence", "The file is silent, so it has no rhythm."), evidence };
    return {
      rhythm: measured({ onsetsPerSecond: events.perSecond, beatStrength, ...(grid ?? NO_GRID), confidence: 1 }),
      evidence,
    };
  }
}

const NO_GRID: BeatGridFacts = {
  stability: null,
  swingRatio: null,
  loopBars: null,
  startsOnGrid: null,
  endsOnGrid: null,
};

/** Share of the low band in all onset strength, 0 … 1. */
function lowShareOf(strengths: Float64Array[]): number {
  const [low = 0, ...rest] = strengths.map((strength) => strength.reduce((sum, value) => sum + value, 0));
  const all = rest.reduce((sum, value) => sum + value, low);
  return all > 0 ? low / all : 0;
}
