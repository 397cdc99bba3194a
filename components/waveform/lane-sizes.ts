/** Heights in CSS pixels; names beside the timeline and skeletons use the same. */
export const RULER_PIXELS = 24;
export const BARS_PIXELS = 20;
export const WAVEFORM_PIXELS = 160;
export const SEGMENTS_PIXELS = 30;
