import type { Actor } from "@/lib/identity/actor";
import type { RequestFacts } from "@/lib/request/request-facts";
import type { AuditAction } from "./constants";

/** Who is recorded as having done something. `actor` is null for a visitor and for the machine itself. */
export interface AuditSource extends RequestFacts {
  actor: Actor | null;
  /** Without an actor this is not a visitor, and with an actor not a browser. */
  onMachine?: "operator" | "system";
}

export interface AuditEvent {
  action: AuditAction;
  target?: { type: string; id: string };
  /** Only IDs and settings: the audit log keeps nothing that identifies a person. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}
