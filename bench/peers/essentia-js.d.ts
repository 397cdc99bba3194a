declare module "essentia.js" {
  /** A vector in WebAssembly memory, which must be freed by hand. */
  export interface VectorFloat {
    delete(): void;
  }
  export interface EssentiaApi {
    version: string;
    arrayToVector(samples: Float32Array): VectorFloat;
    vectorToArray(vector: VectorFloat): Float32Array;
    RhythmExtractor2013(
      signal: VectorFloat,
      maxTempo: number,
      method: "multifeature" | "degara",
      minTempo: number,
    ): { bpm: number; ticks: VectorFloat; estimates: VectorFloat; bpmIntervals: VectorFloat };
    PercivalBpmEstimator(signal: VectorFloat): { bpm: number };
    KeyExtractor(
      audio: VectorFloat,
      averageDetuningCorrection: boolean,
      frameSize: number,
      hopSize: number,
      hpcpSize: number,
      maxFrequency: number,
      maximumSpectralPeaks: number,
      minFrequency: number,
      pcpThreshold: number,
      profileType: string,
      sampleRateHz: number,
    ): { key: string; scale: string };
    LoudnessEBUR128(
      left: VectorFloat,
      right: VectorFloat,
      hopSeconds: number,
      sampleRateHz: number,
    ): { integratedLoudness: number; momentaryLoudness: VectorFloat; shortTermLoudness: VectorFloat };
    Danceability(signal: VectorFloat): { danceability: number; dfa: VectorFloat };
  }
  const essentia: { Essentia: new (backend: unknown) => EssentiaApi; EssentiaWASM: unknown };
  export default essentia;
}
