/** The limits within which the engine, and whoever writes tags into files, find a tempo. */
export const LOWEST_BPM = 20;
export const HIGHEST_BPM = 400;
