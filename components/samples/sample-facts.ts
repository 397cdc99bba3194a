import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/time";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
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

export const KIND_NAMES = { "one-shot": msg("One-shot"), loop: msg("Loop"), track: msg("Track") } as const;

const CHANNELS: Record<number, string> = { 1: msg("Mono"), 2: msg("Stereo"), 6: "5.1", 8: "7.1" };

export interface Fact {
  name: string;
  value: string;
}

/** With at most two places, and none that say nothing: `44.1`, `48`. */
const formatShort = (value: number, t: Text) =>
  value.toLocaleString(t.language, { maximumFractionDigits: 2, useGrouping: false });

/** Facts about the file. Before it is analysed, only its size is known. */
export function factsOf({ record, sizeBytes }: Pick<SampleDetail, "record" | "sizeBytes">, t: Text = ENGLISH): Fact[] {
  const size = { name: t("Size"), value: formatBytes(sizeBytes, t) };
  if (!record) return [size];
  const container = CONTAINERS[record.container] ?? record.container;
  const isSame = record.codec.toLowerCase() === record.container.toLowerCase();
  return [
    { name: t("Length"), value: formatDuration(record.durationSeconds, t) },
    { name: t("Format"), value: isSame ? container : `${container} · ${record.codec}` },
    { name: t("[of samples] Rate"), value: `${formatShort(record.sampleRateHz / 1000, t)} kHz` },
    { name: t("Channels"), value: t(CHANNELS[record.channels] ?? String(record.channels)) },
    size,
  ];
}
