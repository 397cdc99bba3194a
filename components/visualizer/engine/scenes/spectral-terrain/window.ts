import type { Piece } from "@/components/visualizer/engine/piece";

/** How much of a piece the landscape shows. */
export interface TimeWindow {
  /** From now to the horizon. */
  aheadSeconds: number;
  /** From now to the near edge. */
  behindSeconds: number;
}

const AHEAD_SECONDS = 9;
const SHORTEST_SECONDS = 0.4;
/** A landscape of fewer columns would be a slope and no picture. */
const COLUMNS_MIN = 48;
const BEHIND_SHARE = 0.16;

/** Nine seconds; less of a short sound, more of one that is stored so coarsely that nine seconds show nothing. */
export function windowOf({ durationSeconds, mel }: Pick<Piece, "durationSeconds" | "mel">): TimeWindow {
  const coarse = mel ? Math.min(COLUMNS_MIN, mel.columns) * mel.secondsPerColumn : 0;
  const short = Math.max(SHORTEST_SECONDS, durationSeconds * 1.1);
  const aheadSeconds = Math.min(short, Math.max(AHEAD_SECONDS, coarse));
  return { aheadSeconds, behindSeconds: aheadSeconds * BEHIND_SHARE };
}
