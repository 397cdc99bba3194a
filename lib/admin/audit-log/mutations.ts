import "server-only";
import { max } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/audit-entries";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type AuditFilter, type ExportFormat, exportSchema } from "./schema";

/**
 * Records the export before it starts. `upTo` is the newest entry in the file, which includes the entry about the
 * export itself.
 */
export async function beginAuditExport(
  ctx: Ctx,
  input: Record<string, string>,
): Promise<{ filter: AuditFilter; format: ExportFormat; upTo: number }> {
  requirePermission(ctx.actor, "system:observe");
  const { format, ...filter } = exportSchema.parse(input);
  const { actor, target, ...rest } = filter;
  // The text typed may be an e-mail address, and the log must not hold any.
  const after = { format, ...rest, byActor: actor !== "", byTarget: target !== "" };
  await inTransaction(ctx, (work) => work.audit({ action: "audit.exported", after }));
  const [newest] = await db()
    .select({ seq: max(auditEntries.seq) })
    .from(auditEntries);
  return { filter, format, upTo: newest?.seq ?? 0 };
}
