import { v7 as uuidv7 } from "uuid";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";
import type { AuditSource } from "./schema";

/** Somebody who has proved nothing yet. */
export const asVisitor = ({ requestId, address, userAgent }: RequestFacts): AuditSource => ({
  requestId,
  address,
  userAgent,
  actor: null,
});

/** Somebody who has just proved whose account it is, before there is a session to say so. */
export const asPerson = (facts: RequestFacts, account: { id: string; role: Role; isDemo: boolean }): AuditSource => ({
  ...asVisitor(facts),
  actor: actorOnBehalfOf(account),
});

/** Whoever runs commands on the machine itself. */
export const asOperator = (): AuditSource => ({
  actor: null,
  onMachine: "operator",
  requestId: uuidv7(),
  address: null,
  userAgent: null,
});

/** The application itself, in a durable function that nobody asked for. */
export const asSystem = (): AuditSource => ({ ...asOperator(), onMachine: "system" });
