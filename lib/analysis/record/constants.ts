/** Stored with every record. Raise it when any measured value may change: files are then measured again. */
export const ANALYSER_VERSION = "1.5.0";

/** Bounds of the stored pictures, whatever the duration. */
export const PEAK_POINTS_MAX = 8192;
export const SPECTROGRAM_COLUMNS_MAX = 2048;
/** Span of the mel spectrogram and of the features that share its bands, up to half the file's sample rate where that is lower. */
export const SPECTROGRAM_LOW_HZ = 30;
export const SPECTROGRAM_HIGH_HZ = 16_000;
