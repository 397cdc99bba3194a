import type { Track } from "@/components/player/track";
import type { Workpiece } from "@/lib/workbench/schema";

/** What is played of a sample on the bench; null without a sound. */
export function trackOfPiece(piece: Workpiece): Track | null {
  const { id, fileName: title, audioUrl: src, durationSeconds, sampleRateHz, channels } = piece;
  return src === null ? null : { id, title, src, durationSeconds, sampleRateHz, channels };
}
