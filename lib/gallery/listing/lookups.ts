import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { TRENDING_DAYS } from "@/lib/gallery/constants";
import { mayShow } from "@/lib/gallery/lookups";
import type { ListPosition, PublicItem } from "@/lib/gallery/schema";
import type { Role } from "@/lib/identity/permissions";
import { askedOf, SEARCHED_FLAGS, wordsQuery } from "@/lib/search/words/asked";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { ParsedQuery } from "@/lib/search-query/filter";

/** Labels are hidden from a person's own library by that person's switches; a document here has none of them then. */
const ALL_LABELS = new Set(SEARCHED_FLAGS);
const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

type ListedRow = PublicItem & { ownerId: string; role: Role; at: string };

/** Under the names that the library's grammar asks for: `d.bpm`, `d.facets`, `d.added_at`. */
const listed = sql`
  select d.id, d.slug, d.title, d.kind, d.bpm, d.bpm_confidence as "bpmConfidence", d.key_tonic as "keyTonic",
    d.key_mode as "keyMode", d.key_confidence as "keyConfidence", d.seconds, d.lufs, d.overview, d.licence,
    d.allows_download as "allowsDownload", d.preview_key is not null as "hasPreview", d.play_count as "playCount",
    d.download_count as "downloadCount", d.owner_id as "ownerId", u.role, a.name as "artistName", a.handle, right(a.avatar_key, 12) as avatar,
    to_char(d.added_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from (select publications.*, publications.published_at as added_at from publications where state = 'public') d
  join samples s on s.id = d.sample_id and s.deleted_at is null
  join users u on u.id = d.owner_id and u.suspended_at is null and u.deletion_requested_at is null
  join artists a on a.owner_id = d.owner_id`;
const isOpen = sql`(d.expires_at is null or d.expires_at > now())`;

async function read(rest: SQL): Promise<ListedRow[]> {
  const { rows } = await db().execute<Record<string, unknown>>(sql`${listed} where ${isOpen} and ${rest}`);
  return rows as unknown as ListedRow[];
}

/** Without those whose owners may not show anything now. */
async function shown(rows: readonly ListedRow[]): Promise<PublicItem[]> {
  const owners = new Map(rows.map((row) => [row.ownerId, row]));
  const may = new Set<string>();
  for (const [id, owner] of owners) if (await mayShow(owner)) may.add(id);
  return rows.flatMap(({ ownerId, role: _, at, ...item }) => (may.has(ownerId) ? [{ ...item, publishedAt: at }] : []));
}

function conditionOf(query: ParsedQuery): SQL {
  const { expression, filters } = askedOf(query, ALL_LABELS, false);
  const holds = filtersSql(filters, NOTHING_HIDDEN);
  if (!expression) return sql`(${holds})`;
  return sql`d.document @@ ${wordsQuery(expression, NOTHING_HIDDEN)}::tsquery and (${holds})`;
}

export interface Wanted {
  query: ParsedQuery;
  /** Only of this artist. */
  ownerId?: string;
  /** Nothing of this artist. */
  exceptOwnerId?: string;
  /** Only of artists whom this person follows. */
  followerId?: string;
  after: ListPosition | null;
  limit: number;
}

/** One page of what everybody may see, the newest first. */
export async function listShown(wanted: Wanted): Promise<{ items: PublicItem[]; next: ListPosition | null }> {
  const { query, ownerId, exceptOwnerId, followerId, after, limit } = wanted;
  const further = after ? sql`(d.added_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const whose = ownerId === undefined ? sql`true` : sql`d.owner_id = ${ownerId}::uuid`;
  const others = exceptOwnerId === undefined ? sql`true` : sql`d.owner_id <> ${exceptOwnerId}::uuid`;
  const followed =
    followerId === undefined
      ? sql`true`
      : sql`d.owner_id in (select artist_id from follows where user_id = ${followerId}::uuid)`;
  const rows = await read(sql`${further} and ${whose} and ${others} and ${followed} and ${conditionOf(query)}
    order by d.added_at desc, d.id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? { at: last.at, id: last.id } : null;
  return { items: await shown(page), next };
}

/** Those of these publications that everybody may see, in their order. */
export async function listThese(ids: readonly string[]): Promise<PublicItem[]> {
  if (ids.length === 0) return [];
  const found = await shown(await read(sql`d.id = any(${`{${ids.join()}}`}::uuid[])`));
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** What was played most in the last days, by plays that count. Empty while nobody has listened. */
export async function listTrending(limit: number): Promise<PublicItem[]> {
  const rows = await read(sql`d.id in (
    select publication_id from plays
    where state = 'qualified' and started_at > now() - make_interval(days => ${TRENDING_DAYS})
    group by publication_id order by count(*) desc, publication_id desc limit ${limit})
    order by (select count(*) from plays p where p.publication_id = d.id and p.state = 'qualified'
      and p.started_at > now() - make_interval(days => ${TRENDING_DAYS})) desc, d.id desc`);
  return shown(rows);
}
