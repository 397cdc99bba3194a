import "server-only";
import { and, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { db, type Executor } from "@/db/client";
import { dataExports } from "@/db/schema/data-exports";
import { users } from "@/db/schema/users";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import { queueEvents } from "@/lib/events/executor";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { deleteForgottenNow, forgetObjects, keepObject, reserveObject } from "@/lib/objects/mutations";
import { createMultipart, presignGet } from "@/lib/platform/s3";
import { uploadStream } from "@/lib/platform/s3-upload";
import {
  EXPORT_BUILD_SECONDS,
  EXPORT_KEPT_SECONDS,
  EXPORT_LINK_SECONDS,
  EXPORT_REQUEUE_SECONDS,
} from "@/lib/privacy/constants";
import { isLeaving } from "@/lib/privacy/data";
import { type Confirmed, confirmedSchema, type LeavingPerson, leavingPersonSchema } from "@/lib/privacy/schema";
import { archiveOf } from "./archive";
import { findReadyExport, findRequestedExport } from "./data";

const SWEEP_BATCH = 100;
const RECORD_KEPT_DAYS = 30;
const ZIP = "application/zip";

/** Has everything of the actor's put together as one file, in the background. One at a time, and one is kept. */
export async function requestExport(
  ctx: Ctx,
  input: Confirmed,
): Promise<Result<{ id: string }, ConfirmRefusal | "already_requested">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const id = await db().transaction(async (tx) => {
    const inserted = await insertExport(tx, ctx.actor.id);
    if (!inserted) return null;
    await recordAudit(tx, ctx, { action: "account.export_requested", target: { type: "data_export", id: inserted } });
    return inserted;
  });
  if (!id) return refused("already_requested");
  await queueExport(id);
  return ok({ id });
}

/** In the transaction that asks for it; null where one is under way. The one that was ready goes. */
export async function insertExport(tx: Executor, userId: string): Promise<string | null> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
  const theirs = eq(dataExports.userId, userId);
  const [underWay] = await tx
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(theirs, eq(dataExports.status, "requested")));
  if (underWay) return null;
  await expire(tx, and(theirs, eq(dataExports.status, "ready")));
  const [row] = await tx.insert(dataExports).values({ userId }).returning({ id: dataExports.id });
  if (!row) throw new Error("insert returned no row");
  return row.id;
}

/** Two of the same within a day start one run. */
export function queueExport(exportId: string): Promise<boolean> {
  return queueEvents([{ id: `export.requested:${exportId}`, name: "export.requested", data: { exportId } }]);
}

/** Where the actor's export can be fetched for a quarter of an hour. */
export async function openExport(
  ctx: Ctx,
  input: Confirmed,
  origin: string,
): Promise<Result<{ url: string }, ConfirmRefusal | "not_found">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  return confirmed.ok ? linkTo(ctx, ctx.actor.id, origin) : confirmed;
}

/** The same for an administrator, of somebody whose account is about to be deleted, and of nobody else. */
export async function openExportAsAdmin(
  ctx: Ctx,
  input: LeavingPerson,
  origin: string,
): Promise<Result<{ url: string }, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = leavingPersonSchema.parse(input);
  return (await isLeaving(id)) ? linkTo(ctx, id, origin) : refused("not_found");
}

async function linkTo(ctx: Ctx, userId: string, origin: string): Promise<Result<{ url: string }, "not_found">> {
  const found = await findReadyExport(userId);
  if (!found) return refused("not_found");
  const { id, objectKey: key, at } = found;
  const fileName = `samplemind-${at.toISOString().slice(0, 10)}.zip`;
  const link = { key, origin, fileName, contentType: ZIP, expiresSeconds: EXPORT_LINK_SECONDS };
  const url = await presignGet(link);
  await db().transaction((tx) =>
    recordAudit(tx, ctx, { action: "account.export_downloaded", target: { type: "data_export", id } }),
  );
  return ok({ url });
}

/**
 * The durable function's work: the archive, straight into the store. Each attempt writes an object of its own, which is
 * noted for deletion before its first byte and kept by the transaction that makes it the export.
 */
export async function buildExport(exportId: string): Promise<{ outcome: "ready" | "superseded" }> {
  const wanted = await findRequestedExport(exportId);
  if (!wanted) return { outcome: "superseded" };
  const key = `exports/${exportId}/${uuidv7()}`;
  const { uploadId } = await createMultipart({ key, contentType: ZIP });
  await reserveObject({ objectKey: key, multipartUploadId: uploadId }, EXPORT_BUILD_SECONDS);
  const sizeBytes = await uploadStream({ key, uploadId, chunks: archiveOf(wanted.userId) });
  const isPublished = await db().transaction(async (tx) => {
    const published = await tx
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
    return published.length > 0 && (await keepObject(tx, key));
  });
  if (isPublished) return { outcome: "ready" };
  await deleteForgottenNow([{ objectKey: key }]);
  return { outcome: "superseded" };
}

/** After the last attempt. */
export async function failExport(exportId: string): Promise<void> {
  await db()
    .update(dataExports)
    .set({ status: "failed", failure: "internal" })
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "requested")));
}

/** What is too old to be kept goes, and what the executor did not take is handed to it again. */
export async function sweepExports(): Promise<{ expired: number; queued: number }> {
  const expired = await db().transaction((tx) =>
    expire(tx, and(eq(dataExports.status, "ready"), lt(dataExports.expiresAt, sql`now()`))),
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
  for (const { id } of waiting) await queueExport(id);
  return { expired, queued: waiting.length };
}

async function expire(tx: Executor, which: SQL | undefined): Promise<number> {
  const { id, objectKey } = dataExports;
  const going = await tx.select({ id, objectKey }).from(dataExports).where(which).limit(SWEEP_BATCH).for("update");
  if (going.length === 0) return 0;
  const ids = going.map((row) => row.id);
  await tx.update(dataExports).set({ status: "expired", objectKey: null }).where(inArray(id, ids));
  await forgetObjects(
    tx,
    going.flatMap((row) => (row.objectKey ? [{ objectKey: row.objectKey }] : [])),
  );
  return going.length;
}
