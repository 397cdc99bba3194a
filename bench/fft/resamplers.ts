import essentiaPackage from "essentia.js";
import { Resampler } from "@/lib/dsp/transform/resample";
import { requireFrom } from "./packages";
import "./essentia-blocks";

export type Rates = { fromHz: number; toHz: number };

/** Resampling from one rate to another; `run` takes a whole signal. */
export type Resampling = { name: string; run(signal: Float32Array): Float32Array };

/** The engine's chunks are as long. */
const CHUNK = 4096;

/** Ours first, then the installed package, then one that was installed into `folder` for the comparison. */
export async function resamplings(rates: Rates, folder: string | undefined): Promise<Resampling[]> {
  const installed = [{ name: "own", run: (signal: Float32Array) => own(signal, rates) }, essentia(rates)];
  return folder ? [...installed, ...(await libsamplerate(rates, folder))] : installed;
}

/** Its other block, `Resample`, throws for any input (0.1.3). */
function essentia({ fromHz, toHz }: Rates): Resampling {
  const api = new essentiaPackage.Essentia(essentiaPackage.EssentiaWASM);
  return {
    name: "essentia.js, the whole signal in one transform",
    run: (signal) => {
      const input = api.arrayToVector(signal);
      const { output } = api.ResampleFFT(input, signal.length, Math.round((signal.length * toHz) / fromHz));
      const samples = api.vectorToArray(output);
      for (const vector of [input, output]) vector.delete();
      return samples;
    },
  };
}

type LibsamplerateModule = {
  create(
    channels: number,
    fromHz: number,
    toHz: number,
    options: { converterType: number },
  ): Promise<{ full(samples: Float32Array): Float32Array }>;
};
const QUALITIES = ["best", "medium", "fastest"];

async function libsamplerate({ fromHz, toHz }: Rates, folder: string): Promise<Resampling[]> {
  const { create }: LibsamplerateModule = requireFrom(folder)("@alexanderolsen/libsamplerate-js");
  return Promise.all(
    QUALITIES.map(async (quality, converterType) => {
      const converter = await create(1, fromHz, toHz, { converterType });
      return {
        name: `libsamplerate (WebAssembly), ${quality}`,
        run: (signal) => inChunks(signal, { fromHz, toHz }, (chunk) => converter.full(chunk)),
      };
    }),
  );
}

function own(signal: Float32Array, rates: Rates): Float32Array {
  const resampler = new Resampler(rates);
  return inChunks(signal, rates, (chunk) => {
    resampler.process(chunk);
    return resampler.output.subarray(0, resampler.outputLength);
  });
}

/** What comes out of a stream in chunks, without the samples that only its end would flush. */
function inChunks(
  signal: Float32Array,
  { fromHz, toHz }: Rates,
  resample: (chunk: Float32Array) => Float32Array,
): Float32Array {
  const out = new Float32Array(Math.ceil(((signal.length + CHUNK) * toHz) / fromHz));
  let filled = 0;
  for (let at = 0; at < signal.length; at += CHUNK) {
    const chunk = resample(signal.subarray(at, at + CHUNK));
    out.set(chunk, filled);
    filled += chunk.length;
  }
  return out.subarray(0, filled);
}

/** Level in dB at which a sine of `hz` comes out; a fifth of the signal is left out at each end. */
export function levelOut(resampling: Resampling, { fromHz }: Rates, hz: number): number {
  const sine = Float32Array.from({ length: 2 * fromHz }, (_, n) => Math.sin((2 * Math.PI * hz * n) / fromHz));
  const output = resampling.run(sine);
  const middle = output.subarray(output.length / 5, (4 * output.length) / 5);
  return 10 * Math.log10((2 * middle.reduce((sum, x) => sum + x * x, 0)) / middle.length + 1e-30);
}
