import "server-only";
import type { Refusal } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { AppError } from "@/lib/errors";
import { type ClaimedSample, claimSample, failSample, recordContent } from "@/lib/pipeline/runs/jobs";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { HEAD_BYTES, refuseByHead } from "./sniff";

export type Verified =
  | { outcome: "verified"; ownerId: string; sha256: string }
  | { outcome: "failed"; code: AnalysisFailureCode }
  /** Another run owns the sample, or it was deleted: nothing to do and nothing wrong. */
  | { outcome: "superseded" };

/**
 * Claims the sample, reads its bytes once, and refuses anything that is not audio. Ignores the type that the browser
 * declared.
 */
export async function verifySample(run: RunOf): Promise<Verified> {
  const claimed = await claimSample(run);
  if (!claimed) return { outcome: "superseded" };
  return whileLeased(run, (lost) => verify(run, claimed, lost));
}

async function verify(run: RunOf, claimed: ClaimedSample, signal: AbortSignal): Promise<Verified> {
  const content = await digestObject(claimed.objectKey, { headBytes: HEAD_BYTES, signal });
  if (!content) {
    logger().error({ sampleId: run.sampleId }, "the original of an uploaded sample is not in storage");
    return fail(run, { code: "internal" });
  }
  // `complete` saw this size. Fewer bytes now mean that the stream broke off silently.
  if (content.sizeBytes !== claimed.sizeBytes)
    throw new AppError("storage_unavailable", { message: "the object ended early" });
  const refused = refuseByHead(content.head, content.sizeBytes);
  if (refused) return fail(run, refused);
  if (!(await recordContent(run, content.sha256))) return { outcome: "superseded" };
  return { outcome: "verified", ownerId: claimed.ownerId, sha256: content.sha256 };
}

async function fail(run: RunOf, failure: Refusal): Promise<Verified> {
  await failSample(run, failure, { deleteObject: true });
  return { outcome: "failed", code: failure.code };
}
