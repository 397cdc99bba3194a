/** Points of one window. */
export const WINDOW_POINTS_MAX = 4096;
/** How many frames a point of a window may cover. Each is four times the one before. */
export const FRAMES_PER_POINT = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536] as const;

/** An original is copied to this machine to be decoded. */
export const WINDOW_ORIGINAL_BYTES_MAX = 1024 ** 3;
/** Decoded samples of one file that are kept: 23 minutes of 48 kHz in stereo. Of a longer file it is the part asked for. */
export const DECODED_BYTES_OF_ONE_MAX = 512 * 1024 ** 2;
/** Decoded samples of all files that one process keeps. What was looked at longest ago goes first. */
export const DECODED_BYTES_MAX = 2 * 1024 ** 3;
/** What nobody has looked at for so long goes. */
export const DECODED_IDLE_MS = 10 * 60_000;
