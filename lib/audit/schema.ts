import type { Actor } from "@/lib/identity/actor";
import type { RequestFacts } from "@/lib/request/request-facts";
import type { AuditAction } from "./constants";

/** Who is named as having done it; `actor` is null for a stranger, and for the machine itself. */
export interface AuditSource extends RequestFacts {
  actor: Actor | null;
  /** Told apart from a visitor where there is no actor, and from a browser where there is one. */
  onMachine?: "operator" | "system";
}

export interface AuditEvent {
  action: AuditAction;
  target?: { type: string; id: string };
  /** Ids and settings only: nothing by which a person is known survives in the audit. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}
