import { v7 as uuidv7 } from "uuid";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";
import type { AuditSource } from "./schema";

/** Somebody who has not signed in. */
export const asVisitor = ({ requestId, address, userAgent }: RequestFacts): AuditSource => ({
  requestId,
  address,
  userAgent,
  actor: null,
});

/** A person who has just proved whose account it is, but has no session yet. */
export const asPerson = (facts: RequestFacts, account: { id: string; role: Role; isDemo: boolean }): AuditSource => ({
  ...asVisitor(facts),
  actor: actorOnBehalfOf(account),
});

/** Whoever runs commands on the machine. */
export const asOperator = (): AuditSource => ({
  actor: null,
  onMachine: "operator",
  requestId: uuidv7(),
  address: null,
  userAgent: null,
});

/** The application itself, in a job that no person started. */
export const asSystem = (): AuditSource => ({ ...asOperator(), onMachine: "system" });
