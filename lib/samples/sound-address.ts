import "server-only";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { presignGet } from "@/lib/platform/s3";
import type { SampleObjects } from "./objects/data";

/** By the container that was found in the bytes, never by the declared type. */
const CONTENT_TYPES: Record<AnalysisRecord["container"], string> = {
  wav: "audio/wav",
  aiff: "audio/aiff",
  flac: "audio/flac",
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  mp4: "audio/mp4",
  aac: "audio/aac",
  w64: "audio/x-w64",
  au: "audio/basic",
  caf: "audio/x-caf",
  mp2: "audio/mpeg",
};

/** Of the copies that the pipeline makes. */
const PLAYABLE_TYPE = "audio/flac";

/** An address in storage for the sound: the original, or a copy that plays everywhere. Null if the original is gone. */
export async function soundAddress(
  found: SampleObjects,
  wanted: { origin: string; issuedTo: string; isDownload: boolean; expiresSeconds: number },
): Promise<string | null> {
  if (!found.originalKey) return null;
  const { isDownload, ...address } = wanted;
  const copyKey = isDownload ? null : found.playableKey;
  return presignGet({
    ...address,
    key: copyKey ?? found.originalKey,
    contentType: copyKey ? PLAYABLE_TYPE : CONTENT_TYPES[found.container],
    fileName: isDownload ? found.fileName : undefined,
  });
}
