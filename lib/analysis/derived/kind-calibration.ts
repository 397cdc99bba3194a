import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by `training/models/kind.ts`: straight line through the log odds of being right. */
export const KIND_CALIBRATION: Calibration = { slope: 0.914, offset: -0.167 };
