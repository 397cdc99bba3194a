import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";

/** How much of a file to look at: enough to find a frame after padding, little enough for the event loop. */
export const HEAD_BYTES = 256 * 1024;

const REFUSED_BY_HEAD = new Set<AnalysisFailureCode>(["empty_file", "not_audio", "unsupported_format"]);

/**
 * Returns why no decoder can read the file, judging by its first bytes, or null if it may be audio. A header that
 * continues past the head looks damaged here, and sound may begin behind it, so subtler cases are left to the worker,
 * which has the whole file.
 */
export function refuseByHead(head: Uint8Array, fileBytes: number): AnalysisFailure | null {
  try {
    probeAudio(memorySource(head));
    return null;
  } catch (error) {
    if (!(error instanceof AnalysisFailure) || !REFUSED_BY_HEAD.has(error.code)) return null;
    return head.length >= fileBytes || error.found ? error : null;
  }
}
