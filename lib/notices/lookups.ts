import "server-only";
import { sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { DIGEST_HOURS } from "./constants";
import type { NoticeKind } from "./schema";

/** Whose digest is due: they want one, the last one is long enough ago, and there is something they have not read. */
export async function listDueDigests(limit: number): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select s.user_id as id from person_settings s where ${isDue("s")}
      and exists (select from notices n where n.user_id = s.user_id and n.read_at is null and n.digested_at is null)
    order by s.digest_sent_at nulls first, s.user_id limit ${limit}`);
  return rows.map(({ id }) => id);
}

const isDue = (settings: string) => {
  const of = (column: string) => sql.raw(`${settings}.${column}`);
  return sql`(${of("digest")} <> 'never' and (${of("digest_sent_at")} is null
    or ${of("digest_sent_at")} <= now() - make_interval(hours => case ${of("digest")}
      when 'daily' then ${DIGEST_HOURS.daily}::int else ${DIGEST_HOURS.weekly}::int end)))`;
};

/** The address for a digest that is still due. Locks the person's settings, so that two runs do not both find it due. */
export async function lockDueDigest(tx: Executor, userId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ email: string }>(sql`
    select u.email from person_settings s join users u on u.id = s.user_id
    where s.user_id = ${userId}::uuid and ${isDue("s")} and u.email_verified_at is not null
      and u.suspended_at is null and u.deletion_requested_at is null
    for update of s`);
  return rows[0]?.email ?? null;
}

/** How much a person has not read and was not told of in a digest, by kind. */
export async function countUndigested(tx: Executor, userId: string): Promise<Partial<Record<NoticeKind, number>>> {
  const { rows } = await tx.execute<{ kind: NoticeKind; number: number }>(sql`
    select kind, count(*)::int as number from notices
    where user_id = ${userId}::uuid and read_at is null and digested_at is null group by kind`);
  return Object.fromEntries(rows.map(({ kind, number }) => [kind, number]));
}
