import { MEASURED_VALUES, VALUE_NAMES, type ValueName } from "@/lib/analysis/record/measured-values";
import type { Features } from "@/lib/analysis/record/schema";
import { Measurement, type MeasurementResult } from "./measurement";
import { STEPS } from "./steps";

export type EngineOptions = {
  sampleRateHz: number;
  channels: number;
  /** WAVE channel mask if the channels are not the usual ones; loudness is weighted by direction. */
  speakers?: number | undefined;
  /** Whether to draw the waveform and the spectrogram. */
  pictures: boolean;
  /** Checked at every chunk. Once it is aborted, `push` and `finish` throw its reason. */
  signal?: AbortSignal;
  /** What to measure; everything by default. A value left out is null, without a reason. */
  values?: readonly ValueName[];
};

export type EngineResult = {
  features: Features;
  pictures: { peaks: Uint8Array; spectrogramPng: Uint8Array } | null;
};

export type Engine = {
  /** One array per channel, of equal but any length, at the original rate. The arrays may be reused afterwards. */
  push(block: Float32Array[]): void;
  /** Once, after the last block. */
  finish(): EngineResult;
};

/**
 * Measures one recording: `createEngine({ sampleRateHz, channels, … })`, then `push(block)` for every block, then
 * `finish()` once. Pure: the same samples give the same result however they are cut into blocks. It takes one pass and
 * memory that hardly grows with the length, and it runs inside the worker.
 */
export function createEngine({ pictures, values = VALUE_NAMES, ...options }: EngineOptions): Engine {
  const measurement = new Measurement([...values, ...(pictures ? (["peaks", "spectrogram"] as const) : [])], options);
  return {
    push: (block) => measurement.push(block),
    finish() {
      const result = measurement.finish();
      return { features: featuresOf(result, values), pictures: picturesOf(result) };
    },
  };
}

function featuresOf({ found, absent }: MeasurementResult, wanted: readonly ValueName[]): Features {
  const isWanted = (name: string) => (wanted as readonly string[]).includes(name);
  const values = MEASURED_VALUES.map(({ name, unmeasured }) => [
    name,
    isWanted(name) ? (found[name] ?? unmeasured) : unmeasured,
  ]);
  const reasons = STEPS.flatMap(({ name }) => (isWanted(name) && absent[name] ? [[name, absent[name]]] : []));
  return {
    ...Object.fromEntries(values),
    tags: isWanted("description") ? (found.words?.tags ?? []) : [],
    notApplicable: Object.fromEntries(reasons),
  };
}

function picturesOf({ found: { peaks, spectrogram } }: MeasurementResult): EngineResult["pictures"] {
  return peaks && spectrogram ? { peaks, spectrogramPng: spectrogram } : null;
}
