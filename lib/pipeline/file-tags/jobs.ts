import "server-only";
import { and, eq, gte } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import { FILE_TAGS_VERSION } from "@/lib/analysis/file-tags/constants";
import type { TagsResult } from "@/lib/analysis/worker/worker-protocol";
import { asSystem } from "@/lib/audit/sources";
import { AppError } from "@/lib/errors";
import { coverKey as keyOfCover } from "@/lib/objects/object-keys";
import { keepObject, lockContent, reserveObject } from "@/lib/objects/writes";
import { putObject } from "@/lib/platform/s3";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";

const IMMUTABLE = "private, max-age=31536000, immutable";
/** Longer than it takes to store a picture of a few kilobytes. */
const STORE_SECONDS = 10 * 60;

interface Bytes {
  sampleId: string;
  sha256: string;
}

/** Copies what was read from the same bytes for another sample. Returns false if nobody has read them. */
export async function shareFileTags(sample: Bytes): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    await lockContent(work, sample.sha256);
    const isRead = and(eq(fileTags.sha256, sample.sha256), gte(fileTags.readerVersion, FILE_TAGS_VERSION));
    const [other] = await work.tx.select().from(fileTags).where(isRead).limit(1);
    return other ? write(work, { ...other, sampleId: sample.sampleId, readAt: new Date() }) : false;
  });
}

/**
 * Stores the cover, then the row. The cover has a key of its own for each attempt, is marked for deletion before it is
 * written, and kept by the transaction that refers to it.
 */
export async function saveFileTags(sample: Bytes, { tags, coverWebp }: TagsResult): Promise<void> {
  const coverKey = coverWebp && keyOfCover(sample.sha256, uuidv7());
  if (coverKey) {
    const object = { objectKey: coverKey, sha256: sample.sha256 };
    await inTransaction(asSystem(), (work) => reserveObject(work, object, STORE_SECONDS));
    await putObject(coverKey, coverWebp, { contentType: "image/webp", cacheControl: IMMUTABLE });
  }
  await inTransaction(asSystem(), async (work) => {
    const { key, ...columns } = tags;
    const row = { ...columns, ...sample, readerVersion: FILE_TAGS_VERSION, coverKey };
    const written = await write(work, { ...row, keyTonic: key?.tonic ?? null, keyMode: key?.mode ?? null });
    if (written && coverKey && !(await keepObject(work, coverKey)))
      throw new AppError("storage_unavailable", { message: "the cover took too long to store" });
  });
}

/** Returns false if the sample is gone, or of other bytes by now. A cover that is replaced is deleted. */
async function write(work: Work, row: typeof fileTags.$inferInsert): Promise<boolean> {
  const { sampleId, ...changes } = row;
  const isSame = and(eq(samples.id, sampleId), eq(samples.sha256, row.sha256));
  const [sample] = await work.tx
    .select({ ownerId: samples.ownerId, status: samples.status })
    .from(samples)
    .where(isSame)
    .for("key share");
  if (!sample) return false;
  const mine = eq(fileTags.sampleId, sampleId);
  const [old] = await work.tx.select({ key: fileTags.coverKey, sha256: fileTags.sha256 }).from(fileTags).where(mine);
  await work.tx.insert(fileTags).values(row).onConflictDoUpdate({ target: fileTags.sampleId, set: changes });
  // While a sample is being analysed, its page is told at the end.
  if (sample.status === "completed") work.publish("sample.values_changed", { sampleId, ownerId: sample.ownerId });
  if (old?.key && old.key !== row.coverKey) work.forget({ objectKey: old.key, sha256: old.sha256 });
  return true;
}
