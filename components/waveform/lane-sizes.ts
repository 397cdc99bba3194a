/** Heights in CSS pixels, shared by the rows and the names beside them. */
export const RULER_PIXELS = 24;
export const BARS_PIXELS = 20;
export const WAVEFORM_PIXELS = 160;
export const SEGMENTS_PIXELS = 30;
