import "server-only";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/audit-entries";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { ACTOR_KINDS, type AuditFilter, type AuditPage, type AuditQuery, type AuditRow } from "./schema";

const PAGE_SIZE = 50;
const EXPORT_BATCH = 1_000;

const who = alias(users, "who");
const whom = alias(users, "whom");

const columns = {
  seq: auditEntries.seq,
  at: auditEntries.at,
  actorKind: auditEntries.actorKind,
  actorId: auditEntries.actorId,
  actorEmail: who.email,
  apiKeyId: auditEntries.apiKeyId,
  action: auditEntries.action,
  targetType: auditEntries.targetType,
  targetId: auditEntries.targetId,
  targetEmail: whom.email,
  address: auditEntries.address,
  userAgent: auditEntries.userAgent,
  requestId: auditEntries.requestId,
  before: auditEntries.before,
  after: auditEntries.after,
  hash: auditEntries.hash,
};

const selectEntries = () =>
  db()
    .select(columns)
    .from(auditEntries)
    .leftJoin(who, eq(who.id, auditEntries.actorId))
    .leftJoin(whom, and(eq(auditEntries.targetType, "user"), sql`${whom.id}::text = ${auditEntries.targetId}`))
    .$dynamic();

const toRow = ({ at, ...row }: Awaited<ReturnType<typeof selectEntries>>[number]): AuditRow => ({
  ...row,
  at: at.toISOString(),
});

const idsOf = (email: string) =>
  db()
    .select({ id: sql<string>`${users.id}::text` })
    .from(users)
    .where(eq(users.email, email.toLowerCase()));

/** Filters by a kind of actor, an id of an account or key, an e-mail address or an IP address. */
function byActor(text: string): SQL | undefined {
  if (text === "") return undefined;
  const kind = ACTOR_KINDS.find((one) => one === text);
  if (kind) return eq(auditEntries.actorKind, kind);
  const { actorId, apiKeyId, address } = auditEntries;
  return or(
    sql`${actorId}::text = ${text}`,
    sql`${apiKeyId}::text = ${text}`,
    eq(address, text),
    inArray(sql`${actorId}::text`, idsOf(text)),
  );
}

function byTarget(text: string): SQL | undefined {
  if (text === "") return undefined;
  return or(eq(auditEntries.targetId, text), inArray(auditEntries.targetId, idsOf(text)));
}

function matching({ actor, action, target, from, to }: AuditFilter): SQL | undefined {
  return and(
    byActor(actor),
    action ? eq(auditEntries.action, action) : undefined,
    byTarget(target),
    from ? gte(auditEntries.at, sql`${from}::timestamp at time zone 'utc'`) : undefined,
    to ? lt(auditEntries.at, sql`(${to}::timestamp + interval '1 day') at time zone 'utc'`) : undefined,
  );
}

/** One page of entries, newest first. */
export async function listAuditEntries(actor: Actor, query: AuditQuery): Promise<AuditPage> {
  requirePermission(actor, "system:observe");
  const rows = await selectEntries()
    .where(and(matching(query), query.before ? lt(auditEntries.seq, query.before) : undefined))
    .orderBy(desc(auditEntries.seq))
    .limit(PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE);
  const hasMore = rows.length > PAGE_SIZE;
  return { rows: page.map(toRow), nextBefore: hasMore ? (page.at(-1)?.seq ?? null) : null };
}

/** Entries up to `upTo`, oldest first, read in batches so that any number of them fits in memory. */
export async function* readAuditEntries(actor: Actor, filter: AuditFilter, upTo: number): AsyncGenerator<AuditRow[]> {
  requirePermission(actor, "system:observe");
  for (let after = 0; ; ) {
    const rows = await selectEntries()
      .where(and(matching(filter), gt(auditEntries.seq, after), lte(auditEntries.seq, upTo)))
      .orderBy(asc(auditEntries.seq))
      .limit(EXPORT_BATCH);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(toRow);
    after = last.seq;
  }
}
