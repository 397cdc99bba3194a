import { pathToFileURL } from "node:url";
import essentiaPackage from "essentia.js";
import Meyda from "meyda";
import { RealFft } from "@/lib/dsp/transform/fft";
import { hannWindow } from "@/lib/dsp/transform/windows";
import { requireFrom } from "./packages";
import "./essentia-blocks";

/** How a package gets from samples to a power spectrum under a Hann window, for one size. */
export type Transform = {
  name: string;
  /** Power of the bins of `frame` from 0 Hz up. The next call overwrites the array. */
  power(frame: Float32Array): ArrayLike<number>;
};

/** Ours first, then the installed packages, then those that were installed into `folder` for the comparison. */
export async function transformsOf(size: number, folder: string | undefined): Promise<Transform[]> {
  const installed = [own(size), meyda(size), essentia(size)];
  return folder ? [...installed, fftJs(size, folder), await pffft(size, folder)] : installed;
}

function own(size: number): Transform {
  const fft = new RealFft(size);
  const window = hannWindow(size);
  const power = new Float64Array(fft.bins);
  return {
    name: "own",
    power: (frame) => {
      fft.power(frame, 0, window, power);
      return power;
    },
  };
}

function meyda(size: number): Transform {
  return {
    name: "meyda",
    power: (frame) => {
      // Its settings are global, and another size may have been used since.
      Meyda.bufferSize = size;
      Meyda.windowingFunction = "hanning";
      return Meyda.extract("powerSpectrum", frame) as unknown as Float32Array;
    },
  };
}

function essentia(size: number): Transform {
  const api = new essentiaPackage.Essentia(essentiaPackage.EssentiaWASM);
  return {
    name: "essentia.js",
    power: (frame) => {
      const signal = api.arrayToVector(frame);
      const windowed = api.Windowing(signal, false, size, "hann", 0, false);
      const spectrum = api.PowerSpectrum(windowed.frame, size);
      const power = api.vectorToArray(spectrum.powerSpectrum);
      for (const vector of [signal, windowed.frame, spectrum.powerSpectrum]) vector.delete();
      return power;
    },
  };
}

type FftJs = new (
  size: number,
) => { createComplexArray(): number[]; realTransform(out: number[], samples: ArrayLike<number>): void };

function fftJs(size: number, folder: string): Transform {
  const Fft: FftJs = requireFrom(folder)("fft.js");
  const fft = new Fft(size);
  const window = hannWindow(size);
  const windowed = new Float64Array(size);
  const spectrum = fft.createComplexArray();
  const power = new Float64Array(size / 2 + 1);
  return {
    name: "fft.js",
    power: (frame) => {
      for (let n = 0; n < size; n++) windowed[n] = (frame[n] as number) * (window[n] as number);
      fft.realTransform(spectrum, windowed);
      for (let k = 0; k < power.length; k++) {
        power[k] = (spectrum[2 * k] as number) ** 2 + (spectrum[2 * k + 1] as number) ** 2;
      }
      return power;
    },
  };
}

type PffftModule = {
  HEAPF32: Float32Array;
  _pffft_new_setup(size: number, kind: number): number;
  _pffft_aligned_malloc(bytes: number): number;
  _pffft_transform_ordered(setup: number, input: number, output: number, work: number, direction: number): void;
};
const REAL = 0;
const FORWARD = 0;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

async function pffft(size: number, folder: string): Promise<Transform> {
  const path = pathToFileURL(requireFrom(folder).resolve("@echogarden/pffft-wasm/simd")).href;
  const wasm: PffftModule = await (await import(path)).default();
  const setup = wasm._pffft_new_setup(size, REAL);
  const [input, output, work] = [0, 1, 2].map(() => wasm._pffft_aligned_malloc(size * BYTES)) as [
    number,
    number,
    number,
  ];
  const window = Float32Array.from(hannWindow(size));
  const at = (pointer: number) => wasm.HEAPF32.subarray(pointer / BYTES, pointer / BYTES + size);
  const [samples, spectrum] = [at(input), at(output)];
  const power = new Float32Array(size / 2 + 1);
  return {
    name: "pffft (WebAssembly, SIMD, single precision)",
    power: (frame) => {
      for (let n = 0; n < size; n++) samples[n] = (frame[n] as number) * (window[n] as number);
      wasm._pffft_transform_ordered(setup, input, output, work, FORWARD);
      // The two real bins share the first pair.
      power[0] = (spectrum[0] as number) ** 2;
      power[size / 2] = (spectrum[1] as number) ** 2;
      for (let k = 1; k < size / 2; k++) {
        power[k] = (spectrum[2 * k] as number) ** 2 + (spectrum[2 * k + 1] as number) ** 2;
      }
      return power;
    },
  };
}
