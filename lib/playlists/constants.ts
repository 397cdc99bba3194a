/** Samples that one playlist can order. */
export const PLAYLIST_SAMPLES_MAX = 500;
export const PLAYLISTS_MAX = 500;
export const NAME_MAX = 120;
/** Points of a curve. */
export const CURVE_POINTS_MAX = 16;
/** Samples of one file for another program. */
export const FILE_SAMPLES_MAX = 10_000;
/** Of what holds a deleted playlist. */
export const RECEIPT_CHARACTERS_MAX = 500_000;
