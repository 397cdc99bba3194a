import "server-only";
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { analyses } from "@/db/schema/analyses";
import { PLAYABLE_VERSION } from "@/lib/analysis/playable/playback";
import { asSystem } from "@/lib/audit/sources";
import { AppError } from "@/lib/errors";
import { playableKey } from "@/lib/objects/object-keys";
import { keepObject, lockContent, reserveObject } from "@/lib/objects/writes";
import { createMultipart } from "@/lib/platform/s3";
import { uploadStream } from "@/lib/platform/s3-upload";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";

/** Longer than it takes to store a copy. */
const STORE_SECONDS = 60 * 60;

interface Bytes {
  sampleId: string;
  sha256: string;
}

/** The sample is heard as it was uploaded: every browser plays it, or no copy can be made. */
export async function keepOriginal(sample: Bytes): Promise<void> {
  await inTransaction(asSystem(), (work) => decide(work, sample, null));
}

/** Decides as for another sample with the same bytes, and shares its copy. Returns false if there is none. */
export async function sharePlayable(sample: Bytes): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    await lockContent(work, sample.sha256);
    const isDecided = and(eq(analyses.sha256, sample.sha256), eq(analyses.playableVersion, PLAYABLE_VERSION));
    const [other] = await work.tx.select({ key: analyses.playableKey }).from(analyses).where(isDecided).limit(1);
    return other ? decide(work, sample, other.key) : false;
  });
}

/**
 * Stores a copy under a key of its own. It is marked for deletion before its first byte, and kept by the transaction
 * that refers to it.
 */
export async function savePlayable(sample: Bytes, chunks: AsyncIterable<Buffer>): Promise<void> {
  const key = playableKey(sample.sha256, uuidv7());
  const { uploadId } = await createMultipart({ key, contentType: "audio/flac" });
  await inTransaction(asSystem(), (work) =>
    reserveObject(work, { objectKey: key, multipartUploadId: uploadId }, STORE_SECONDS),
  );
  await uploadStream({ key, uploadId, chunks });
  await inTransaction(asSystem(), async (work) => {
    if (!(await decide(work, sample, key))) return;
    if (!(await keepObject(work, key)))
      throw new AppError("storage_unavailable", { message: "the copy took too long to store" });
  });
}

/** Returns false if the analysis is gone, or of other bytes by now. A copy that is replaced is deleted. */
async function decide(work: Work, { sampleId, sha256 }: Bytes, key: string | null): Promise<boolean> {
  const row = and(eq(analyses.sampleId, sampleId), eq(analyses.sha256, sha256));
  const [old] = await work.tx.select({ key: analyses.playableKey }).from(analyses).where(row).for("update");
  if (!old) return false;
  await work.tx.update(analyses).set({ playableKey: key, playableVersion: PLAYABLE_VERSION }).where(row);
  if (old.key && old.key !== key) work.forget({ objectKey: old.key, sha256 });
  return true;
}
