import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by `training/models/tempo.ts`. */
export const TEMPO_CALIBRATION: Calibration = { slope: 1.02, offset: 0.196 };
