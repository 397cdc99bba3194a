import "server-only";
import type { Executor } from "@/db/client";
import { auditEntries } from "@/db/schema/audit-entries";
import type { AuditEvent, AuditSource } from "./schema";

const USER_AGENT_MAX_LENGTH = 512;

/**
 * Writes an entry in the transaction that it records. Only the unit of work calls it, and last: from here to the commit
 * all other writers of the audit wait.
 */
export async function writeAuditEntry(tx: Executor, source: AuditSource, event: AuditEvent): Promise<void> {
  await tx.insert(auditEntries).values({
    actorKind: actorKind(source),
    actorId: source.actor?.id ?? null,
    apiKeyId: source.actor?.apiKeyId ?? null,
    action: event.action,
    targetType: event.target?.type ?? null,
    targetId: event.target?.id ?? null,
    address: source.address,
    userAgent: source.userAgent?.slice(0, USER_AGENT_MAX_LENGTH) ?? null,
    requestId: source.requestId,
    before: event.before ?? null,
    after: event.after ?? null,
    ...CHAINED_BY_TRIGGER,
  });
}

/** Placeholders that the trigger replaces. The columns are not null, so that no entry can be left out of the chain. */
const CHAINED_BY_TRIGGER = { seq: 0, at: new Date(0), previousHash: "", hash: "" };

function actorKind({ actor, onMachine }: AuditSource): "user" | "api-key" | "operator" | "system" | "visitor" {
  if (onMachine) return onMachine;
  if (!actor) return "visitor";
  return actor.apiKeyId ? "api-key" : "user";
}
