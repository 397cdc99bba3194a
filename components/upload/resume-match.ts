import type { UploadState } from "@/lib/uploads/schema";

/** The bytes of an unfinished upload that storage already has. */
export function keptBytesOf(state: UploadState): number {
  return Math.min(
    state.sizeBytes,
    state.uploadedParts.reduce((sum, part) => sum + part.sizeBytes, 0),
  );
}

/** The unfinished multipart upload of the same bytes. The name does not matter. */
export function findResumable(
  unfinished: readonly UploadState[],
  file: { sha256: string; sizeBytes: number },
): UploadState | undefined {
  return unfinished.find(
    (state) => state.partSizeBytes !== null && state.sha256 === file.sha256 && state.sizeBytes === file.sizeBytes,
  );
}
