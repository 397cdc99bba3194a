import { TemporalNetwork } from "@/lib/dsp/learned/temporal-network";
import { BEAT_FRAME_LAYOUT } from "./beat-frames";
import { PULSE_NETWORK } from "./pulse-weights";

/** Rows of `BeatFrames` a second, at 100 onset frames a second. */
export const ROWS_PER_SECOND = 50;
/** A row stands for this much more than its number over `ROWS_PER_SECOND`: it is made of two onset frames. */
export const ROW_LEAD_SECONDS = 0.005;

/** What the beat network says of each row, as log odds. */
export const BEAT_OUTPUTS = ["beat", "downbeat", "thirds", "triple"] as const;

/** Log odds, one a row. */
export type BeatActivation = {
  /** That a beat, that a downbeat falls here. */
  beat: Float32Array;
  downbeat: Float32Array;
  /** On a beat: that beats are cut into three, that bars have three beats. */
  thirds: Float32Array;
  triple: Float32Array;
};

/** Shorter recordings are no music that a network could find its way in; what repeats in them says more. */
const SHORTEST_SECONDS = 8;

/** What the network hears in rows of `BeatFrames`; null for recordings of less than 8 s. */
export function beatActivation(
  rows: Float32Array,
  durationSeconds: number,
  network = learned(),
): BeatActivation | null {
  if (durationSeconds < SHORTEST_SECONDS) return null;
  const [beat, downbeat, thirds, triple] = network.scores(rows, Math.floor(rows.length / BEAT_FRAME_LAYOUT.size));
  return { beat, downbeat, thirds, triple };
}

let unpacked: TemporalNetwork | null = null;

/** Unpacked when it is first needed. */
function learned(): TemporalNetwork {
  unpacked ??= new TemporalNetwork(PULSE_NETWORK);
  return unpacked;
}
