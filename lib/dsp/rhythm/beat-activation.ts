import { TemporalNetwork } from "@/lib/dsp/learned/temporal-network";
import { BEAT_FRAME_LAYOUT } from "./beat-frames";
import { PULSE_NETWORK } from "./pulse-weights";

/** Rows of `BeatFrames` a second, at 100 onset frames a second. */
export const ROWS_PER_SECOND = 50;
/** A row stands for this much more than its number over `ROWS_PER_SECOND`: it is made of two onset frames. */
export const ROW_LEAD_SECONDS = 0.005;

/**
 * What the beat network was taught. Whether beats are cut into three and bars have three beats are only learned along:
 * its layers are shared, but those two answers are no better than what `beat-subdivision` and `bar-phase` say.
 */
export const BEAT_OUTPUTS = ["beat", "downbeat", "thirds", "triple"] as const;

/** Log odds that a beat, that a downbeat falls here, one a row. */
export type BeatActivation = { beat: Float32Array; downbeat: Float32Array };

/** Shorter recordings are no music that a network could find its way in; what repeats in them says more. */
const SHORTEST_SECONDS = 8;

/** What the network hears in rows of `BeatFrames`; null for recordings of less than 8 s. */
export function beatActivation(
  rows: Float32Array,
  durationSeconds: number,
  network = learned(),
): BeatActivation | null {
  if (durationSeconds < SHORTEST_SECONDS) return null;
  const [beat, downbeat] = network.scores(rows, Math.floor(rows.length / BEAT_FRAME_LAYOUT.size));
  return { beat, downbeat };
}

let unpacked: TemporalNetwork | null = null;

/** Unpacked when it is first needed. */
function learned(): TemporalNetwork {
  unpacked ??= new TemporalNetwork(PULSE_NETWORK);
  return unpacked;
}
