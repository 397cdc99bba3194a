import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ListPosition } from "@/lib/gallery/schema";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { REPORT_TEXTS_SHOWN } from "./constants";
import type { OpenAppeal, ReportedThing } from "./schema";

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

/** What was reported and is not answered, each thing once, by its first report: the oldest first. */
export async function listReported(
  actor: Actor,
  { after, limit }: { after: ListPosition | null; limit: number },
): Promise<{ things: ReportedThing[]; next: ListPosition | null }> {
  requirePermission(actor, "gallery:moderate");
  const further = after ? sql`(first_at, first_id) > (${after.at}::timestamptz, ${after.id})` : sql`true`;
  const { rows } = await db().execute<Record<string, unknown>>(sql`
    with open as (
      select publication_id, comment_id, count(*)::int as reports, min(reported_at) as first_at,
        min(id::text) as first_id, array_agg(distinct reason order by reason) as reasons,
        coalesce((array_agg(text order by reported_at) filter (where text <> ''))[1:${sql.raw(`${REPORT_TEXTS_SHOWN}`)}],
          '{}') as texts
      from reports where state = 'open' group by publication_id, comment_id)
    select o.publication_id as "publicationId", p.slug, p.title, p.state, p.owner_id as "ownerId",
      a.name as "ownerName", o.reports, o.reasons, o.texts, ${iso("o.first_at")} as "firstReportedAt", o.first_id as id,
      case when c.id is not null then
        json_build_object('id', c.id, 'text', c.text, 'state', c.state, 'userId', c.user_id) end as comment
    from open o join publications p on p.id = o.publication_id
    left join artists a on a.owner_id = p.owner_id
    left join publication_comments c on c.id = o.comment_id
    where ${further} order by first_at, first_id limit ${limit + 1}`);
  const page = rows.slice(0, limit) as unknown as (ReportedThing & { id: string })[];
  const last = page.at(-1);
  const next = rows.length > limit && last ? { at: last.firstReportedAt, id: last.id } : null;
  return { things: page.map(({ id: _, ...thing }) => thing), next };
}

/** What owners answered to take-downs, and nobody has answered: the oldest first. */
export async function listAppeals(actor: Actor, limit: number): Promise<OpenAppeal[]> {
  requirePermission(actor, "gallery:moderate");
  const { rows } = await db().execute<Record<string, unknown>>(sql`
    select p.id as "publicationId", p.title, p.owner_id as "ownerId", a.name as "ownerName",
      coalesce(p.taken_down_reason, '') as "takenDownReason", p.appeal, ${iso("p.appealed_at")} as "appealedAt"
    from publications p left join artists a on a.owner_id = p.owner_id
    where p.state = 'taken_down' and p.appeal is not null and p.appeal_answered_at is null
    order by p.appealed_at, p.id limit ${limit}`);
  return rows as unknown as OpenAppeal[];
}
