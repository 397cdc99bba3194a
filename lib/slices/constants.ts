/** Slices of one sample, and how many are exported at once. */
export const SLICES_MAX = 128;
export const SLICE_NAME_MAX = 80;
export const SHORTEST_SLICE_SECONDS = 0.01;
