import "server-only";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { dataExports } from "@/db/schema/data-exports";
import type { ActorId } from "@/lib/identity/actor";
import type { DataExport } from "@/lib/privacy/schema";

/** The owner's latest export. */
export async function findLatestExport(owner: ActorId): Promise<DataExport | null> {
  const { id, status, sizeBytes, requestedAt, expiresAt } = dataExports;
  const [row] = await db()
    .select({ id, status, sizeBytes, requestedAt, expiresAt })
    .from(dataExports)
    .where(eq(dataExports.userId, owner))
    .orderBy(desc(requestedAt), desc(id))
    .limit(1);
  if (!row) return null;
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
