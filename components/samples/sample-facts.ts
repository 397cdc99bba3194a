import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/time";
import type { SampleDetail } from "@/lib/samples/schema";

const CONTAINERS: Record<string, string> = {
  wav: "WAV",
  aiff: "AIFF",
  flac: "FLAC",
  ogg: "Ogg",
  mp3: "MP3",
  mp4: "M4A",
  aac: "AAC",
  w64: "Wave64",
  au: "AU",
  caf: "CAF",
  mp2: "MP2",
};

export const KIND_NAMES = { "one-shot": "One-shot", loop: "Loop", track: "Track" } as const;

const CHANNELS: Record<number, string> = { 1: "Mono", 2: "Stereo", 6: "5.1", 8: "7.1" };

export interface Fact {
  name: string;
  value: string;
}

/** Facts about the file. Before it is analysed, only its size is known. */
export function factsOf({ record, sizeBytes }: Pick<SampleDetail, "record" | "sizeBytes">): Fact[] {
  const size = { name: "Size", value: formatBytes(sizeBytes) };
  if (!record) return [size];
  const container = CONTAINERS[record.container] ?? record.container;
  const isSame = record.codec.toLowerCase() === record.container.toLowerCase();
  return [
    { name: "Length", value: formatDuration(record.durationSeconds) },
    { name: "Format", value: isSame ? container : `${container} · ${record.codec}` },
    { name: "Rate", value: `${Number((record.sampleRateHz / 1000).toFixed(2))} kHz` },
    { name: "Channels", value: CHANNELS[record.channels] ?? String(record.channels) },
    size,
  ];
}
