import type { EffectiveGrid } from "@/lib/samples/corrections/effective-grid";

/** Clicks are planned so far ahead, because timers of a page are late by a few hundredths of a second. */
const AHEAD_SECONDS = 0.15;

export interface PlannedClick {
  /** From now. */
  inSeconds: number;
  isOne: boolean;
}

/**
 * Which beats of a recording sound next, so that each clicks once. It follows the position of the player, whether the
 * person seeks or a loop begins again.
 */
export class ClickTrack {
  /** Up to here, in seconds of the recording, clicks are planned. Null: nothing is. */
  #plannedTo: number | null = null;

  /** Forgets what was planned: after a pause, or with another grid. */
  reset(): void {
    this.#plannedTo = null;
  }

  /** The clicks from the position on that are not planned yet. */
  plan({ beats, downbeats }: EffectiveGrid, positionSeconds: number): PlannedClick[] {
    const until = positionSeconds + AHEAD_SECONDS;
    const isBehind = this.#plannedTo !== null && this.#plannedTo - AHEAD_SECONDS > positionSeconds + 1e-3;
    const isAhead = this.#plannedTo !== null && positionSeconds > this.#plannedTo;
    const from = this.#plannedTo === null || isBehind || isAhead ? positionSeconds : this.#plannedTo;
    this.#plannedTo = until;
    const ones = new Set(downbeats);
    return beats
      .filter((beat) => beat >= from && beat < until)
      .map((beat) => ({ inSeconds: beat - positionSeconds, isOne: ones.has(beat) }));
  }
}
