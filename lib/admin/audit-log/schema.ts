import { z } from "zod";
import { searchText } from "@/lib/admin/page-query";
import { AUDIT_ACTIONS } from "@/lib/audit/constants";

const day = z.iso.date().nullable().catch(null);

/** The filters of the audit log, from the page's address. */
export const auditFilterSchema = z.object({
  /** The ID or e-mail address of an account, the ID of an API key, an IP address or a kind of actor. */
  actor: searchText,
  action: z.enum(AUDIT_ACTIONS).nullable().catch(null),
  /** An ID, or the e-mail address of an account. */
  target: searchText,
  /** Days in UTC, both inclusive. */
  from: day,
  to: day,
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const auditQuerySchema = auditFilterSchema.extend({
  /** Only entries with a lower number. Leads to older pages. */
  before: z.coerce.number().int().min(1).nullable().catch(null),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;

export const ACTOR_KINDS = ["user", "api-key", "operator", "system", "visitor"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One entry. `actorEmail` and `targetEmail` are looked up when it is read: the log itself stores only IDs. */
export interface AuditRow {
  seq: number;
  /** ISO 8601. */
  at: string;
  actorKind: ActorKind;
  actorId: string | null;
  actorEmail: string | null;
  apiKeyId: string | null;
  action: string;
  targetType: string | null;
  targetId: string | null;
  targetEmail: string | null;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  before: unknown;
  after: unknown;
  hash: string;
}

export interface AuditPage {
  rows: AuditRow[];
  /** Where the next page starts. Null on the last page. */
  nextBefore: number | null;
}

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const exportSchema = auditFilterSchema.extend({ format: z.enum(EXPORT_FORMATS) });
