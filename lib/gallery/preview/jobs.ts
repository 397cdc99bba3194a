import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { publications } from "@/db/schema/publications";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { analysisPool } from "@/lib/analysis/worker/pool";
import { asSystem } from "@/lib/audit/sources";
import { AppError } from "@/lib/errors";
import { PREVIEW_VERSION } from "@/lib/gallery/constants";
import { previewKey } from "@/lib/objects/object-keys";
import { keepObject, reserveObject } from "@/lib/objects/writes";
import { digestObject } from "@/lib/pipeline/steps/object-reader";
import { mayPass } from "@/lib/pipeline/steps/passing-failures";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";
import { logger } from "@/lib/platform/logger";
import { createMultipart } from "@/lib/platform/s3";
import { uploadStream } from "@/lib/platform/s3-upload";
import { hasTemporaryRoom } from "@/lib/platform/storage-room";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findUnprepared, type UnpreparedPublication } from "./lookups";
import { previewCut, previewSeconds } from "./rule";

const PREVIEW_BYTES_A_SAMPLE = 2;
/** Longer than it takes to store a copy. */
const STORE_SECONDS = 60 * 60;

export type Prepared = { outcome: "made" | "impossible" | "nothing_to_do" };

/**
 * Makes what strangers hear of a publication. Called twice, the second time does nothing.
 * @throws what may pass: storage that is away, a worker that was killed, no room
 */
export async function preparePreview(publicationId: string): Promise<Prepared> {
  const found = await findUnprepared(publicationId);
  if (!found) return { outcome: "nothing_to_do" };
  const copyBytes = previewSeconds(found) * found.sampleRateHz * found.channels * PREVIEW_BYTES_A_SAMPLE;
  if (!(await hasTemporaryRoom(found.sizeBytes + copyBytes)))
    throw new Error("the folder for temporary files has no room for a preview");
  try {
    return await withTemporaryFolder((folder) => makeInFolder(found, folder));
  } catch (error) {
    if (!(error instanceof AnalysisFailure) || mayPass(error.code)) throw error;
    logger().warn({ publicationId, code: error.code, detail: error.detail }, "no preview can be made");
    await settle(found, null);
    return { outcome: "impossible" };
  }
}

/** The same for one that was left over: the next run tries it again. */
export async function prepareLate(publicationId: string): Promise<Prepared | { outcome: "later" }> {
  try {
    return await preparePreview(publicationId);
  } catch (error) {
    logger().warn({ err: error, publicationId }, "a preview could not be made now");
    return { outcome: "later" };
  }
}

async function makeInFolder(found: UnpreparedPublication, folder: string): Promise<Prepared> {
  const [path, toPath] = [join(folder, "original"), join(folder, "preview.flac")];
  const stored = await digestObject(found.originalKey, { toPath: path });
  if (stored?.sha256 !== found.sha256) throw new AnalysisFailure("damaged_file", "the object is not what was analysed");
  const preview = previewCut(found);
  await analysisPool().copy({ path, toPath, fairnessKey: found.ownerId, onlyIfChained: false, preview });
  const key = previewKey(found.id, uuidv7());
  const { uploadId } = await createMultipart({ key, contentType: "audio/flac" });
  await inTransaction(asSystem(), (work) =>
    reserveObject(work, { objectKey: key, multipartUploadId: uploadId }, STORE_SECONDS),
  );
  await uploadStream({ key, uploadId, chunks: createReadStream(toPath) });
  return { outcome: (await settle(found, key)) ? "made" : "nothing_to_do" };
}

/** False if it was withdrawn or changed meanwhile: another copy is then on its way, and this one is deleted. */
async function settle({ id, allowsDownload }: UnpreparedPublication, key: string | null): Promise<boolean> {
  const same = and(
    eq(publications.id, id),
    eq(publications.state, "public"),
    eq(publications.allowsDownload, allowsDownload),
  );
  return inTransaction(asSystem(), async (work) => {
    const [old] = await work.tx.select({ key: publications.previewKey }).from(publications).where(same).for("update");
    if (!old) return false;
    await work.tx.update(publications).set({ previewKey: key, previewVersion: PREVIEW_VERSION }).where(same);
    if (old.key && old.key !== key) work.forget({ objectKey: old.key });
    if (key && !(await keepObject(work, key)))
      throw new AppError("storage_unavailable", { message: "the preview took too long to store" });
    return true;
  });
}
