import "server-only";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notices } from "@/db/schema/notices";
import { personSettings } from "@/db/schema/person-settings";
import type { ListPosition } from "@/lib/gallery/schema";
import type { ActorId } from "@/lib/identity/actor";
import type { Digest, Notice, NoticeKind } from "./schema";

interface NoticeRow extends Record<string, unknown> {
  id: string;
  kind: NoticeKind;
  at: string;
  is_read: boolean;
  who: string | null;
  handle: string | null;
  slug: string | null;
  sample_id: string | null;
  title: string | null;
  state: string | null;
  comment_id: string | null;
  comment: string | null;
  reason: string | null;
}

/** One page of what a person was told, the newest first, with the names and titles of now. */
export async function listNotices(
  person: ActorId,
  { after, limit }: { after: ListPosition | null; limit: number },
): Promise<{ notices: Notice[]; next: ListPosition | null }> {
  const further = after ? sql`(n.created_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await db().execute<NoticeRow>(sql`
    select n.id, n.kind, n.read_at is not null as is_read,
      to_char(n.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      a.name as who, a.handle, p.slug, p.sample_id, nullif(p.title, '') as title, p.state, p.taken_down_reason as reason,
      c.id as comment_id, case when c.state = 'shown' then c.text end as comment
    from notices n
    left join publications p on p.id = (n.details ->> 'publicationId')::uuid
    left join publication_comments c on c.id = (n.details ->> 'commentId')::uuid
    left join users u on u.suspended_at is null and u.id = case n.kind
      when 'followed' then (n.details ->> 'userId')::uuid
      when 'commented' then c.user_id
      when 'new_item' then p.owner_id end
    left join artists a on a.owner_id = u.id
    where n.user_id = ${person} and ${further}
    order by n.created_at desc, n.id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { notices: page.map(toNotice), next: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

function toNotice(row: NoticeRow): Notice {
  const { id, kind, at, who, reason } = row;
  const isAboutOwn = kind === "taken_down" || kind === "kept_down" || kind === "restored";
  // Of what others show, no more is said than the gallery says now.
  const title = isAboutOwn || row.state === "public" ? row.title : null;
  const comment = kind === "commented" && who !== null ? row.comment : null;
  const quote = kind === "taken_down" || kind === "kept_down" ? reason : comment;
  return { id, kind, createdAt: at, isRead: row.is_read, who, title, quote, path: pathOf(row) };
}

function pathOf({ kind, handle, slug, sample_id, state, comment_id, comment }: NoticeRow): string | null {
  if (kind === "followed") return handle && `/artists/${handle}`;
  if (kind === "taken_down" || kind === "kept_down") return sample_id && `/samples/${sample_id}`;
  if (slug === null || state !== "public") return null;
  return comment_id !== null && comment !== null ? `/gallery/${slug}#comment-${comment_id}` : `/gallery/${slug}`;
}

/** How many notices a person has not read. */
export async function countUnread(person: ActorId): Promise<number> {
  const unread = and(eq(notices.userId, person), isNull(notices.readAt));
  const [row] = await db().select({ unread: count() }).from(notices).where(unread);
  return row?.unread ?? 0;
}

/** How often a person wants to hear of it by e-mail. */
export async function findDigest(person: ActorId): Promise<Digest> {
  const { digest, userId } = personSettings;
  const [row] = await db().select({ digest }).from(personSettings).where(eq(userId, person));
  return row?.digest ?? "never";
}
