/** Rates and sizes of the streams that a recording is turned into. */
export type StreamRates = {
  /** Of the original channels. */
  sampleRateHz: number;
  channels: number;
  /** WAVE channel mask; null where the channels are the usual ones. */
  speakers: number | null;
  /** Samples handed out at a time. */
  maxChunk: number;
  analysisRateHz: number;
  /** Of the short frames, which everything about rhythm and spectrum shares. */
  fftSize: number;
  melBands: number;
  cepstralCoefficients: number;
  framesPerSecond: number;
  /** Of the long frames, which everything about pitch shares, and of the signal they are cut from. */
  pitchRateHz: number;
  pitchFftSize: number;
};

/** One short frame in detail. */
export type Spectrum = {
  power: Float64Array;
  amplitude: Float32Array;
  /** Cepstral coefficients. */
  cepstrum: Float64Array;
};

/**
 * Listens to a recording while it is read. Each method is a stream, and a listener has those it needs. Arrays are
 * overwritten by the next call. Of a signal, only the first `length` samples count.
 */
export type Listener = {
  /** The original channels and their mix. */
  onSignal?(channels: Float32Array[], mono: Float32Array, length: number): void;
  /** The mix at the analysis rate. */
  onAnalysisSignal?(signal: Float32Array, length: number): void;
  /** Power spectrum of each short frame. */
  onFrame?(power: Float64Array): void;
  /** Powers of the mel bands of each short frame. */
  onMel?(mel: Float64Array): void;
  /** Every fourth short frame in detail; null where it is silent. */
  onSpectrum?(spectrum: Spectrum | null): void;
  /** The mix at the low rate of the long frames. */
  onPitchSignal?(signal: Float32Array, length: number): void;
  /** Power spectrum of each long frame. */
  onPitchFrame?(power: Float64Array): void;
  /** Shares of the twelve pitch classes, from C, in each long frame. */
  onPitchClasses?(classes: Float64Array): void;
};
