import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { TONICS } from "@/lib/music/keys";
import type { Workpiece } from "@/lib/workbench/schema";

/** Other counts of the same pulse, and the digits that choose them. */
export const FACTORS = [
  { key: "1", name: "÷2", factor: 1 / 2 },
  { key: "2", name: "×2", factor: 2 },
  { key: "3", name: "×3/2", factor: 3 / 2 },
  { key: "4", name: "×2/3", factor: 2 / 3 },
] as const;

/** In the order of the digits that choose them. */
export const KINDS = ["one-shot", "loop", "track"] as const satisfies readonly SoundKind["label"][];

const KEY_READINGS = 4;

/** The readings of the key that digits choose, the best first. `tonic`: 0 = C … 11 = B. */
export const keyReadings = ({ measured: { key } }: Pick<Workpiece, "measured">) =>
  key
    ? [key, ...key.alternatives]
        .slice(0, KEY_READINGS)
        .map(({ tonic, mode, confidence }) => ({ tonic: TONICS.indexOf(tonic), mode, confidence }))
    : [];
