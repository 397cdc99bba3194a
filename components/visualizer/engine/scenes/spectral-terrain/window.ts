import type { MelMap, Piece } from "@/components/visualizer/engine/piece";

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

/**
 * The map with columns no closer than the rows of the land, each half the mean and half the loudest of those it holds:
 * a short hit would else stand between two rows, and flicker as the land moves.
 */
export function coarsened(mel: MelMap, secondsPerRow: number): MelMap {
  const { columns, bands, secondsPerColumn, values } = mel;
  const together = Math.max(1, Math.round(secondsPerRow / secondsPerColumn));
  if (together === 1) return mel;
  const fewer = Math.ceil(columns / together);
  const coarse = new Uint8Array(fewer * bands);
  for (let column = 0; column < fewer; column += 1) {
    const [from, to] = [column * together, Math.min(columns, (column + 1) * together)];
    for (let band = 0; band < bands; band += 1) {
      let [sum, most] = [0, 0];
      for (let at = from; at < to; at += 1) {
        const value = values[at * bands + band] as number;
        sum += value;
        most = Math.max(most, value);
      }
      coarse[column * bands + band] = Math.round((sum / (to - from) + most) / 2);
    }
  }
  return { columns: fewer, bands, secondsPerColumn: secondsPerColumn * together, values: coarse };
}
