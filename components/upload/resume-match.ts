import type { UploadState } from "@/lib/uploads/schema";

/** Bytes of an unfinished upload that storage already has. */
export function keptBytesOf(state: UploadState): number {
  return Math.min(
    state.sizeBytes,
    state.uploadedParts.reduce((sum, part) => sum + part.sizeBytes, 0),
  );
}

/** Could this file be the one of an unfinished upload? Cheap, before its bytes are read. */
export function looksLike(state: UploadState, file: { fileName: string; sizeBytes: number }): boolean {
  return state.sizeBytes === file.sizeBytes && state.fileName === file.fileName;
}

/** The unfinished multipart upload that these bytes continue. The bytes decide; a renamed file still matches. */
export function findResumable(
  unfinished: readonly UploadState[],
  file: { sha256: string; sizeBytes: number },
): UploadState | undefined {
  return unfinished.find(
    (state) => state.partSizeBytes !== null && state.sha256 === file.sha256 && state.sizeBytes === file.sizeBytes,
  );
}
