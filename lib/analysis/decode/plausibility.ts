import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { LeftOutPart } from "@/lib/analysis/record/left-out";
import { type AudioProbe, assertWithinBounds } from "./containers/probe";
import type { DecodedBlock } from "./decoders/decoded-block";

/** A float sample beyond this, +120 dBFS, is not sound. */
const LOUDEST_SAMPLE = 1e6;

export interface DecodeReport {
  decodedSamples: number;
  /** Samples that were not numbers, or absurdly large, and were replaced by silence. */
  replacedSamples: number;
  /** What was not measured, and why. */
  partial: readonly LeftOutPart[];
}

/** An HE-AAC header may claim half the rate and one of two channels, so the first block decides both. */
export function settleFormat(probe: AudioProbe, first: DecodedBlock): AudioProbe {
  const lossyAac = probe.codec === "aac";
  const channels = lossyAac ? first.channelData.length : probe.channels;
  const sampleRateHz = lossyAac ? first.sampleRateHz : probe.sampleRateHz;
  if (first.sampleRateHz !== sampleRateHz) {
    throw new AnalysisFailure("damaged_file", `header says ${sampleRateHz} Hz, decoder ${first.sampleRateHz} Hz`);
  }
  return assertWithinBounds({ ...probe, sampleRateHz, channels });
}

/** Replaces samples that are not numbers or not sound, in place. Returns how many there were. */
export function silenceImpossible(samples: Float32Array): number {
  let replaced = 0;
  for (let at = 0; at < samples.length; at++) {
    // The comparison is false for NaN too.
    if (!(Math.abs(samples[at] as number) <= LOUDEST_SAMPLE)) {
      samples[at] = 0;
      replaced++;
    }
  }
  return replaced;
}

/** @throws AnalysisFailure `damaged_file` if nothing came out, or most of it was impossible */
export function assertPlausibleDecode(report: Omit<DecodeReport, "partial">, channels: number): void {
  if (report.decodedSamples === 0) throw new AnalysisFailure("damaged_file", "nothing could be decoded");
  if (report.replacedSamples > (report.decodedSamples * channels) / 2) {
    throw new AnalysisFailure("damaged_file", `${report.replacedSamples} samples are not numbers`);
  }
}
