import type { Calibration } from "./confidence";

/** Written by `bench/train/tempo.ts`. */
export const TEMPO_CALIBRATION: Calibration = { slope: 0.954, offset: 0.14 };
