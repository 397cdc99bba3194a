import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uploads } from "@/db/schema/uploads";
import { users } from "@/db/schema/users";
import { ISSUED_TO } from "@/lib/platform/s3-presign";

/** Somebody who uses a presigned address of storage, as the store that this process serves sees it. */
interface AddressUse {
  action: "read" | "write";
  key: string;
  uploadId: string | null;
  parameter: (name: string) => string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a presigned address still allows what it was signed for: only while its holder has an account that is not
 * suspended, and writes only while the upload is open. Returns null if not.
 */
export async function allowAddress({
  action,
  key,
  uploadId,
  parameter,
}: AddressUse): Promise<{ holder: string } | null> {
  const holder = parameter(ISSUED_TO) ?? "";
  if (!UUID.test(holder)) return null;
  const isAllowed = action === "read" ? await isActive(holder) : await isOpenUpload(holder, key, uploadId);
  return isAllowed ? { holder } : null;
}

async function isActive(holder: string): Promise<boolean> {
  const active = and(eq(users.id, holder), isNull(users.suspendedAt));
  return (await db().select({ id: users.id }).from(users).where(active)).length > 0;
}

async function isOpenUpload(holder: string, key: string, uploadId: string | null): Promise<boolean> {
  if (!uploadId) return false;
  const isOpen = and(
    eq(uploads.objectKey, key),
    eq(uploads.multipartUploadId, uploadId),
    eq(uploads.ownerId, holder),
    isNull(uploads.completedAt),
    gt(uploads.expiresAt, sql`now()`),
    isNull(users.suspendedAt),
  );
  const found = await db()
    .select({ id: uploads.id })
    .from(uploads)
    .innerJoin(users, eq(users.id, uploads.ownerId))
    .where(isOpen)
    .limit(1);
  return found.length > 0;
}
