/** Written by `bench/train/key.ts`: straight line through the log odds of being right. */
export const KEY_CALIBRATION = { slope: 0.76244, offset: 0.7045 };
