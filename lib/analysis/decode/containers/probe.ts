import {
  MAX_CHANNELS,
  MAX_DURATION_SECONDS,
  MAX_SAMPLE_RATE_HZ,
  MIN_SAMPLE_RATE_HZ,
  SPARSE_AUDIO_BYTES_PER_SECOND,
  SPARSE_AUDIO_SECONDS,
} from "@/lib/analysis/decode/limits";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Mp4Track } from "./mp4-track";
import type { AdpcmEncoding, PcmEncoding } from "./pcm-encoding";

/** Where the sound is in the file, checked against the file's real size. */
export type AudioLayout =
  | { format: "pcm"; encoding: PcmEncoding; frameBytes: number; offset: number; lengthBytes: number }
  | { format: "adpcm"; encoding: AdpcmEncoding; samples: number; offset: number; lengthBytes: number }
  | { format: "flac"; streamInfo: Uint8Array; bits: number; offset: number; totalSamples: number }
  | { format: "ogg" }
  | { format: "mp3"; offset: number; endOffset: number }
  | { format: "adts"; offset: number; endOffset: number }
  | { format: "mp4"; track: Mp4Track };

/** What a file's headers say, once they have been bounded. */
export interface AudioProbe {
  container: AnalysisRecord["container"];
  codec: string;
  sampleRateHz: number;
  channels: number;
  /** Which speakers the channels are for, as a WAVE channel mask; left out if they are the usual ones. */
  speakers?: number;
  /** What the header claims, capped by what the file can hold; null if no header says. */
  declaredSeconds: number | null;
  /** What the header claims beyond the end of the file. */
  missingSeconds?: number;
  /** Where the container begins in the file, if tags or rubbish are before it. Offsets of the layout count from here. */
  startOffset?: number;
  /** Where the container ends, from its start. Streams have none: they go on up to the end of the file. */
  endOffset?: number;
  fileBytes: number;
  layout: AudioLayout;
}

/** Whether channels and rate are such as are measured. */
export function isPlausible({ channels, sampleRateHz }: { channels: number; sampleRateHz: number }): boolean {
  const rateIsFine = sampleRateHz >= MIN_SAMPLE_RATE_HZ && sampleRateHz <= MAX_SAMPLE_RATE_HZ;
  return rateIsFine && Number.isInteger(channels) && channels >= 1 && channels <= MAX_CHANNELS;
}

/** @throws AnalysisFailure `bad_sample_rate`, `too_many_channels`, `damaged_file` (no channel) or `too_long` */
export function assertWithinBounds(probe: AudioProbe): AudioProbe {
  const { sampleRateHz, channels, declaredSeconds } = probe;
  if (channels > MAX_CHANNELS) throw new AnalysisFailure("too_many_channels", `${channels} channels`);
  if (!Number.isInteger(channels) || channels < 1) throw new AnalysisFailure("damaged_file", `${channels} channels`);
  const rateIsFine = sampleRateHz >= MIN_SAMPLE_RATE_HZ && sampleRateHz <= MAX_SAMPLE_RATE_HZ;
  if (!rateIsFine) throw new AnalysisFailure("bad_sample_rate", `${sampleRateHz} Hz`);
  if (declaredSeconds !== null) assertDuration(declaredSeconds, probe);
  return probe;
}

/** If more than this is decoded beyond the header's claim, the header is not believed. */
const CLAIM_TOLERANCE_SECONDS = 10;

/**
 * Called as samples come out of a decoder. A header that claimed nothing or too little is not believed: density is then
 * judged by the bytes read so far, because the rest of the file may be hours of nothing.
 * @throws AnalysisFailure `too_long`
 */
export function assertDecodedDuration(seconds: number, probe: AudioProbe, readBytes: number): void {
  const { declaredSeconds, layout } = probe;
  const believed = declaredSeconds !== null && seconds <= declaredSeconds + CLAIM_TOLERANCE_SECONDS;
  assertDuration(seconds, believed ? probe : { layout, fileBytes: readBytes });
}

/** @throws AnalysisFailure `too_long` */
function assertDuration(seconds: number, probe: Pick<AudioProbe, "fileBytes" | "layout">): void {
  const sparse = probe.layout.format !== "pcm" && probe.fileBytes / seconds < SPARSE_AUDIO_BYTES_PER_SECOND;
  if (seconds > MAX_DURATION_SECONDS || (sparse && seconds > SPARSE_AUDIO_SECONDS)) {
    throw new AnalysisFailure("too_long", `${Math.round(seconds)} s in ${probe.fileBytes} bytes`);
  }
}
