import "server-only";
import { max } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/audit-entries";
import { recordAudit } from "@/lib/audit/mutations";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { type AuditFilter, type ExportFormat, exportSchema } from "./schema";

/**
 * Notes that the log leaves the machine, before it does. `upTo` is the newest entry the file holds: the export's own
 * is in it.
 */
export async function beginAuditExport(
  ctx: Ctx,
  input: Record<string, string>,
): Promise<{ filter: AuditFilter; format: ExportFormat; upTo: number }> {
  requirePermission(ctx.actor, "system:observe");
  const { format, ...filter } = exportSchema.parse(input);
  return db().transaction(async (tx) => {
    const { actor, target, ...rest } = filter;
    // What was typed may be an address by which somebody is known; the log holds none.
    const after = { format, ...rest, byActor: actor !== "", byTarget: target !== "" };
    await recordAudit(tx, ctx, { action: "audit.exported", after });
    const [newest] = await tx.select({ seq: max(auditEntries.seq) }).from(auditEntries);
    return { filter, format, upTo: newest?.seq ?? 0 };
  });
}
