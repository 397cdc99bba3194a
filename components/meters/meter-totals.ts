import { larger } from "./engine/larger";
import type { MeterReading } from "./engine/live-meter";

/** True peak of full scale. */
const CLIP_DB = 0;

/** The numbers of the table. */
export interface ShownLevels {
  /** Null while nothing plays. */
  now: Pick<MeterReading, "rmsDb" | "correlation" | "momentaryLufs" | "shortTermLufs"> | null;
  /** Largest since the numbers before, for each channel. */
  truePeakDb: readonly number[];
  truePeakMaxDb: readonly number[];
  momentaryMaxLufs: number | null;
  shortTermMaxLufs: number | null;
  integratedLufs: number | null;
  hasClipped: boolean;
}

/** Keeps what a single reading does not say: the largest peaks, and whether one was over full scale. */
export class MeterTotals {
  private recent: number[] = [];
  private largest: number[] = [];
  private newest: MeterReading | null = null;

  add(reading: MeterReading): void {
    this.newest = reading;
    this.recent = larger(this.recent, reading.truePeakDb);
    this.largest = larger(this.largest, reading.truePeakDb);
  }

  /** The numbers of now. The peaks of the next ones begin here. @param now null while nothing plays */
  shown(now: MeterReading | null): ShownLevels {
    const { recent, newest } = this;
    this.recent = [];
    return {
      now,
      truePeakDb: now ? recent : [],
      truePeakMaxDb: this.largest,
      momentaryMaxLufs: newest?.momentaryMaxLufs ?? null,
      shortTermMaxLufs: newest?.shortTermMaxLufs ?? null,
      integratedLufs: newest?.integratedLufs ?? null,
      hasClipped: this.largest.some((db) => db > CLIP_DB),
    };
  }

  restart(): void {
    this.recent = [];
    this.largest = [];
    this.newest = null;
  }
}
