import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by `training/models/key.ts`: straight line through the log odds of being right. */
export const KEY_CALIBRATION: Calibration = { slope: 0.838, offset: 0.163 };
