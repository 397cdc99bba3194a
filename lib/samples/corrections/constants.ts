/** The limits within which the engine, and whoever writes tags into files, find a tempo. */
export const LOWEST_BPM = 20;
export const HIGHEST_BPM = 400;

/** Beats by which the one of the bar can be moved, and milliseconds by which all beats can. More than that is another tempo. */
export const SHIFT_BEATS_MAX = 16;
export const OFFSET_MS_MAX = 5000;
