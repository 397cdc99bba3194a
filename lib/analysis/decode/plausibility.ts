import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { type AudioProbe, assertWithinBounds } from "./containers/probe";
import type { DecodedBlock } from "./decoders/decoded-block";

/** A float sample beyond this, +120 dBFS, is not sound. */
const LOUDEST_SAMPLE = 1e6;

export interface DecodeReport {
  decodedSamples: number;
  /** Samples that were not numbers, or absurdly large, and were replaced by silence. */
  replacedSamples: number;
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

/**
 * The block with as many channels as the header promises: some decoders return mono twice, or identical stereo once.
 * Loudness depends on it, since the same signal in two channels is 3.01 LU louder than in one.
 */
export function matchChannels(block: DecodedBlock, channels: number): Float32Array[] {
  const { channelData } = block;
  if (channelData.length === channels) return channelData;
  if (channelData.length === 1 || channels === 1)
    return Array.from({ length: channels }, () => channelData[0] ?? empty);
  throw new AnalysisFailure("damaged_file", `${channelData.length} channels decoded, ${channels} in the header`);
}

const empty = new Float32Array(0);

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
export function assertPlausibleDecode(report: DecodeReport, channels: number): void {
  if (report.decodedSamples === 0) throw new AnalysisFailure("damaged_file", "nothing could be decoded");
  if (report.replacedSamples > (report.decodedSamples * channels) / 2) {
    throw new AnalysisFailure("damaged_file", `${report.replacedSamples} samples are not numbers`);
  }
}
