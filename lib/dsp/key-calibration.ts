/** Written by `bench/train/key.ts`: straight line through the log odds of being right. */
export const KEY_CALIBRATION = { slope: 0.69601, offset: 0.57745 };
