/** Written by `bench/train/key.ts`: what the scores are divided by before they become beliefs. */
export const KEY_TEMPERATURE = 1;
