import type { VectorFloat } from "essentia.js";

/** The blocks of essentia.js that are compared here, besides those that the other benchmarks use. */
declare module "essentia.js" {
  interface EssentiaApi {
    Windowing(
      frame: VectorFloat,
      normalised: boolean,
      size: number,
      kind: "hann",
      zeroPadding: number,
      zeroPhase: boolean,
    ): { frame: VectorFloat };
    PowerSpectrum(frame: VectorFloat, size: number): { powerSpectrum: VectorFloat };
    ResampleFFT(signal: VectorFloat, samplesIn: number, samplesOut: number): { output: VectorFloat };
  }
}
