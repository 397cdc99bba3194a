import type { Track } from "@/components/player/track";
import { apiAddress } from "@/lib/api/client";
import type { SampleDetail, SampleRow } from "@/lib/samples/schema";

/** What the preview of a row plays; null until the sample is analysed. */
export function trackOf(row: SampleRow): Track | null {
  if (row.status !== "completed") return null;
  const { id, fileName: title, durationSeconds } = row;
  const src = apiAddress("GET /samples/:id/audio", { params: { id } });
  return { id, title, src, durationSeconds, ...matchedBy(row) };
}

/** By what its sound is matched with others. */
export function matchedBy(row: Pick<SampleRow, "bpm" | "keyTonic" | "keyMode" | "integratedLufs" | "ungatedLufs">) {
  const { bpm, keyTonic, keyMode, integratedLufs, ungatedLufs } = row;
  const key = keyTonic === null || keyMode === null ? null : { tonic: keyTonic, mode: keyMode };
  return { bpm, key, lufs: integratedLufs ?? ungatedLufs } satisfies Partial<Track>;
}

/** With the measured peak, which lists do not carry. */
export const matchedByDetail = (sample: Parameters<typeof matchedBy>[0] & Pick<SampleDetail, "record">) => ({
  ...matchedBy(sample),
  truePeakDbtp: sample.record?.loudness.truePeakDbtp ?? null,
});
