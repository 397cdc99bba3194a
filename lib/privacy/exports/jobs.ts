import "server-only";
import { and, eq, lt, ne, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { db } from "@/db/client";
import { dataExports } from "@/db/schema/data-exports";
import { asSystem } from "@/lib/audit/sources";
import { exportKey } from "@/lib/objects/object-keys";
import { keepObject, reserveObject } from "@/lib/objects/writes";
import { createMultipart } from "@/lib/platform/s3";
import { uploadStream } from "@/lib/platform/s3-upload";
import {
  EXPORT_BUILD_SECONDS,
  EXPORT_CONTENT_TYPE,
  EXPORT_KEPT_SECONDS,
  EXPORT_REQUEUE_SECONDS,
} from "@/lib/privacy/constants";
import { deleteForgotten } from "@/lib/work/forgotten-objects";
import { inTransaction } from "@/lib/work/unit-of-work";
import { archiveOf } from "./archive";
import { findRequestedExport } from "./lookups";
import { expireExports } from "./writes";

const SWEEP_BATCH = 100;
const RECORD_KEPT_DAYS = 30;

/**
 * Streams the archive into storage. Each attempt writes its own object. It is marked for deletion before its first
 * byte, and kept by the transaction that publishes it.
 */
export async function buildExport(exportId: string): Promise<{ outcome: "ready" | "superseded" }> {
  const wanted = await findRequestedExport(exportId);
  if (!wanted) return { outcome: "superseded" };
  const key = exportKey(exportId, uuidv7());
  const { uploadId } = await createMultipart({ key, contentType: EXPORT_CONTENT_TYPE });
  await inTransaction(asSystem(), (work) =>
    reserveObject(work, { objectKey: key, multipartUploadId: uploadId }, EXPORT_BUILD_SECONDS),
  );
  const sizeBytes = await uploadStream({ key, uploadId, chunks: archiveOf(wanted.userId) });
  const isPublished = await inTransaction(asSystem(), async (work) => {
    const published = await work.tx
      .update(dataExports)
      .set({
        status: "ready",
        objectKey: key,
        sizeBytes,
        readyAt: sql`now()`,
        expiresAt: sql`now() + make_interval(secs => ${EXPORT_KEPT_SECONDS})`,
      })
      .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "requested")))
      .returning({ id: dataExports.id });
    return published.length > 0 && (await keepObject(work, key));
  });
  if (isPublished) return { outcome: "ready" };
  await deleteForgotten([{ objectKey: key }]);
  return { outcome: "superseded" };
}

/** Called after the last attempt has failed. */
export async function failExport(exportId: string): Promise<void> {
  await db()
    .update(dataExports)
    .set({ status: "failed", failure: "internal" })
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "requested")));
}

/** Deletes expired exports, and sends requested ones that nobody works on to the executor again. */
export async function sweepExports(): Promise<{ expired: number; queued: number }> {
  const expired = await inTransaction(asSystem(), (work) =>
    expireExports(work, and(eq(dataExports.status, "ready"), lt(dataExports.expiresAt, sql`now()`))),
  );
  const old = sql`now() - make_interval(days => ${RECORD_KEPT_DAYS})`;
  await db()
    .delete(dataExports)
    .where(and(lt(dataExports.requestedAt, old), ne(dataExports.status, "ready")));
  const forgotten = sql`now() - make_interval(secs => ${EXPORT_REQUEUE_SECONDS})`;
  const waiting = await db()
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(eq(dataExports.status, "requested"), lt(dataExports.requestedAt, forgotten)))
    .limit(SWEEP_BATCH);
  await inTransaction(asSystem(), (work) => {
    for (const { id } of waiting) work.publish("export.requested", { exportId: id });
  });
  return { expired, queued: waiting.length };
}
