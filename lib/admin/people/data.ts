import "server-only";
import { and, asc, count, desc, eq, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { linkedAccounts } from "@/db/schema/linked-accounts";
import { samples } from "@/db/schema/samples";
import { secondFactors } from "@/db/schema/second-factors";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { listActiveSessions } from "@/lib/accounts/data";
import { containing, type Page } from "@/lib/admin/page-query";
import { type Actor, actorOnBehalfOf } from "@/lib/identity/actor";
import { type Role, requirePermission } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import { namedRoles, roleName } from "@/lib/identity/role-name";
import { findDeletionTime } from "@/lib/privacy/data";
import { findLatestExport } from "@/lib/privacy/exports/data";
import { readUsage } from "@/lib/quotas/data";
import { givenQuota } from "@/lib/quotas/policy";
import type { PeopleQuery, PersonActivity, PersonDetail, PersonKey, PersonRow } from "./schema";

const PAGE_SIZE = 25;

/** Counts the same samples as the quota: see `storedBytes`. */
const weighs = and(eq(samples.ownerId, users.id), or(ne(samples.status, "failed"), isNotNull(samples.objectKey)));
const bytesOf = sql<number>`(select coalesce(sum(${samples.sizeBytes}), 0)::float8 from ${samples} where ${weighs})`;
const samplesOf = sql<number>`(select count(*)::int from ${samples}
  where ${and(eq(samples.ownerId, users.id), isNull(samples.deletedAt))})`;
const lastSeen = sql<Date | null>`(select max(${sessions.lastSeenAt}) from ${sessions}
  where ${eq(sessions.userId, users.id)})`.mapWith(users.createdAt);

const rowColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  isDemo: users.isDemo,
  isBeta: users.isBeta,
  emailVerifiedAt: users.emailVerifiedAt,
  mustVerify: users.mustVerifyEmail,
  suspendedAt: users.suspendedAt,
  deletionRequestedAt: users.deletionRequestedAt,
  createdAt: users.createdAt,
  lastSeenAt: lastSeen,
  samples: samplesOf,
  storedBytes: bytesOf,
};

const STATES: Record<NonNullable<PeopleQuery["state"]>, SQL | undefined> = {
  active: and(isNull(users.suspendedAt), isNull(users.deletionRequestedAt)),
  suspended: isNotNull(users.suspendedAt),
  unverified: isNull(users.emailVerifiedAt),
  leaving: isNotNull(users.deletionRequestedAt),
  beta: eq(users.isBeta, true),
};

const ORDERS: Record<PeopleQuery["sort"], SQL> = {
  newest: desc(users.createdAt),
  name: asc(sql`lower(${users.name})`),
  "last-seen": sql`${lastSeen} desc nulls last`,
  storage: desc(bytesOf),
};

const selectRows = () => db().select(rowColumns).from(users).$dynamic();
type StoredRow = Awaited<ReturnType<typeof selectRows>>[number];

const iso = (time: Date | null): string | null => time?.toISOString() ?? null;

function toRow({ emailVerifiedAt, ...row }: StoredRow): PersonRow {
  return {
    ...row,
    roleName: roleName(row.role, plansAreOn()),
    isVerified: emailVerifiedAt !== null,
    suspendedAt: iso(row.suspendedAt),
    deletionRequestedAt: iso(row.deletionRequestedAt),
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: iso(row.lastSeenAt),
  };
}

/** Accounts that a page gives the same role as `role`. */
function hasRole(role: Role): SQL {
  const named = namedRoles(plansAreOn()).find(({ roles }) => roles.includes(role));
  return inArray(users.role, named?.roles ?? [role]);
}

/** One page of accounts. */
export async function listPeople(actor: Actor, query: PeopleQuery): Promise<Page<PersonRow>> {
  requirePermission(actor, "users:manage");
  const text = query.q === "" ? undefined : containing(query.q);
  const which = and(
    text ? or(ilike(users.email, text), ilike(users.name, text), sql`${users.id}::text = ${query.q}`) : undefined,
    query.role ? hasRole(query.role) : undefined,
    query.state ? STATES[query.state] : undefined,
  );
  const [rows, [counted]] = await Promise.all([
    selectRows()
      .where(which)
      .orderBy(ORDERS[query.sort], desc(users.id))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    db().select({ total: count() }).from(users).where(which),
  ]);
  return { rows: rows.map(toRow), total: counted?.total ?? 0, page: query.page, pageSize: PAGE_SIZE };
}

/** Returns null if the id belongs to nobody. */
export async function findPerson(actor: Actor, id: string): Promise<PersonDetail | null> {
  requirePermission(actor, "users:manage");
  const [found] = await db()
    .select({
      row: rowColumns,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      hasSecondFactor: sql<boolean>`exists (select 1 from ${secondFactors}
        where ${and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt))})`,
      services: sql<string[]>`array(select ${linkedAccounts.provider} from ${linkedAccounts}
        where ${eq(linkedAccounts.userId, users.id)} order by 1)`,
      uploadsPerDayOverride: users.uploadsPerDayOverride,
      storageBytesOverride: users.storageBytesOverride,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!found) return null;
  const { row, ...rest } = found;
  const leaving = row.deletionRequestedAt ? await readLeaving(actorOnBehalfOf(row)) : null;
  return { ...toRow(row), ...rest, givenQuota: givenQuota(row, plansAreOn()), leaving };
}

async function readLeaving({ id }: Actor): Promise<PersonDetail["leaving"]> {
  const [goesAt, latestExport] = await Promise.all([findDeletionTime(id), findLatestExport(id)]);
  return goesAt && { goesAt: goesAt.toISOString(), latestExport };
}

/** What a person has used, and their live sessions and keys. */
export async function readActivity(
  actor: Actor,
  { id, role, isDemo }: Pick<PersonRow, "id" | "role" | "isDemo">,
): Promise<PersonActivity> {
  requirePermission(actor, "users:manage");
  const person = actorOnBehalfOf({ id, role, isDemo });
  const [usage, rows, keys] = await Promise.all([readUsage(person), listActiveSessions(person.id), listKeys(id)]);
  const open = rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: row.id === actor.sessionId,
  }));
  return { usage, sessions: open, keys };
}

async function listKeys(userId: string): Promise<PersonKey[]> {
  const rows = await db()
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      lastUsedAddress: apiKeys.lastUsedAddress,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt));
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: iso(expiresAt),
    lastUsedAt: iso(lastUsedAt),
  }));
}
