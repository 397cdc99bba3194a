/**
 * Stored with every record. Raise it when any measured value may change. A file that is uploaded from then on is
 * measured even if its bytes are known. What is stored stays as it is and says by which version it was measured.
 */
export const ANALYSER_VERSION = "1.8.0";

/** Range of the mel spectrogram and of the features that share its bands, up to half the file's sample rate at most. */
export const SPECTROGRAM_LOW_HZ = 30;
export const SPECTROGRAM_HIGH_HZ = 16_000;
