import "server-only";
import { presignGet } from "@/lib/platform/s3";
import { CONTENT_TYPES } from "./content-types";
import type { SampleObjects } from "./objects/data";

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
