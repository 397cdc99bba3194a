import type { PreviewCut } from "@/lib/analysis/playable/copy-writer";
import { PREVIEW_FADE_SECONDS, PREVIEW_SECONDS } from "@/lib/gallery/constants";

/** How much of a sound strangers hear: all of it where it can be downloaded, else its beginning. */
export function previewCut({ seconds, allowsDownload }: { seconds: number; allowsDownload: boolean }): PreviewCut {
  const isCut = !allowsDownload && seconds > PREVIEW_SECONDS;
  return { mostSeconds: isCut ? PREVIEW_SECONDS : null, fadeSeconds: PREVIEW_FADE_SECONDS };
}

export function previewSeconds(item: { seconds: number; allowsDownload: boolean }): number {
  return previewCut(item).mostSeconds ?? item.seconds;
}
