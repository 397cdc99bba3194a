import type { Track } from "@/components/player/track";
import { apiAddress } from "@/lib/api/client";
import type { SampleRow } from "@/lib/samples/schema";

/** What the preview of a row plays; null until the sample is analysed. */
export function trackOf(row: SampleRow): Track | null {
  if (row.status !== "completed") return null;
  const { id, fileName: title, durationSeconds } = row;
  return { id, title, src: apiAddress("GET /samples/:id/audio", { params: { id } }), durationSeconds };
}
