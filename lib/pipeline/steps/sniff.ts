import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";

/** What is looked at of a file: enough to find a frame past padding, little enough for the event loop. */
export const HEAD_BYTES = 256 * 1024;

const REFUSED_BY_HEAD = new Set<AnalysisFailureCode>(["empty_file", "not_audio", "unsupported_format"]);

/**
 * Refuses by a file's first bytes what no decoder here reads; null where it may be audio. A header that
 * continues past the head looks damaged here, so anything subtler is left to the worker, which has the file.
 */
export function refuseByHead(head: Uint8Array): AnalysisFailureCode | null {
  const source: ByteSource = {
    sizeBytes: head.length,
    read: (offset, lengthBytes) => head.subarray(Math.max(0, offset), Math.max(0, offset + lengthBytes)),
  };
  try {
    probeAudio(source);
    return null;
  } catch (error) {
    return error instanceof AnalysisFailure && REFUSED_BY_HEAD.has(error.code) ? error.code : null;
  }
}
