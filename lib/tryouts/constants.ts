/** Where a stranger's file is sent. */
export const TRYOUT_PATH = "/api/try";

export const TRYOUT_BYTES_MAX = 20 * 1024 ** 2;
export const TRYOUT_SECONDS_MAX = 10 * 60;

/** Files that arrive or are measured at once. One worker measures them, one after the other. */
export const TRYOUT_PLACES = 2;

/** From its first byte on, a file is on the disk for no longer than this. */
export const TRYOUT_WHOLE_MS = 60_000;
/** A body that brings nothing for this long has been given up. */
export const TRYOUT_SILENCE_MS = 8000;
/** A body that takes longer to arrive gives its place to the next who asks. */
export const TRYOUT_PATIENCE_MS = 20_000;

/** Points of the waveform that is sent back. */
export const TRYOUT_PEAKS_MAX = 2400;

/** How the answer is asked for with what happens on the way. */
export const TRYOUT_LINES = "application/x-ndjson";

/** What the landing page shows: one of the sounds of the demo library. Made by formulas, so nobody's music is shown. */
export const EXAMPLE_FILE = "Night drive Gm 122.wav";
