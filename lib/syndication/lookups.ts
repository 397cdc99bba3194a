import "server-only";
import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { avatarVersion } from "@/lib/artists/effective-values";
import { isShown } from "@/lib/gallery/effective-values";
import { mayShow, stateOfItem } from "@/lib/gallery/lookups";
import { FEED_ITEMS } from "./constants";
import type { PublicItem } from "./schema";

const { id, slug, title, description, tags, licence, aiTraining, bpm, keyTonic, keyMode, seconds } = publications;
const { overview, previewKey, publishedAt, updatedAt } = publications;
const columns = {
  ...{ id, slug, title, description, tags, licence, aiTraining, bpm, keyTonic, keyMode, seconds },
  ...{ overview, previewKey, publishedAt, updatedAt, ownerId: publications.ownerId },
  handle: artists.handle,
  artistName: artists.name,
  avatar: avatarVersion,
  role: users.role,
};

/** Public items with what they are shown by. A purged sample takes its row out of the join. */
const shownItems = () =>
  db()
    .select(columns)
    .from(publications)
    .innerJoin(samples, eq(samples.id, publications.sampleId))
    .innerJoin(users, eq(users.id, publications.ownerId))
    .leftJoin(artists, eq(artists.ownerId, publications.ownerId))
    .$dynamic();
type ItemRow = Awaited<ReturnType<typeof shownItems>>[number];

function toItem({
  handle,
  artistName,
  avatar,
  previewKey,
  ownerId: _owner,
  role: _role,
  ...item
}: ItemRow): PublicItem {
  const artist = handle === null || artistName === null ? null : { handle, name: artistName, avatar };
  return { ...item, hasPreview: previewKey !== null, artist };
}

/** Those whose owners may show anything. */
async function showable<Row extends Parameters<typeof mayShow>[0]>(rows: readonly Row[]): Promise<Row[]> {
  const may = await Promise.all(rows.map((row) => mayShow(row)));
  return rows.filter((_, at) => may[at]);
}

/** The newest public items: of everybody, or of one artist. */
export async function newestItems(ofArtist?: string): Promise<PublicItem[]> {
  const wanted = ofArtist === undefined ? isShown : and(isShown, eq(artists.handle, ofArtist));
  const rows = await shownItems()
    .where(wanted)
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(FEED_ITEMS);
  return (await showable(rows)).map(toItem);
}

/** A public item. "gone" if it was public once, or its address is still taken; null if there never was one. */
export async function findItem(by: { slug: string } | { id: string }): Promise<PublicItem | "gone" | null> {
  const itself = "id" in by ? eq(publications.id, by.id) : eq(publications.slug, by.slug);
  const [row] = await shownItems().where(and(itself, isShown)).limit(1);
  if (row && (await mayShow(row))) return toItem(row);
  // An address that was given is never given again.
  return (await stateOfItem(by)) && "gone";
}

const counted = (where: SQL | undefined) =>
  db()
    .select({ count: count() })
    .from(publications)
    .innerJoin(samples, eq(samples.id, publications.sampleId))
    .innerJoin(users, eq(users.id, publications.ownerId))
    .where(where);

export async function countItems(): Promise<number> {
  const [row] = await counted(isShown);
  return row?.count ?? 0;
}

/** Addresses of items in the order in which they were published, for the sitemap. */
export async function listAddresses({ limit, offset }: { limit: number; offset: number }) {
  const rows = await db()
    .select({
      ...{ slug: publications.slug, updatedAt: publications.updatedAt },
      ...{ ownerId: publications.ownerId, role: users.role },
    })
    .from(publications)
    .innerJoin(samples, eq(samples.id, publications.sampleId))
    .innerJoin(users, eq(users.id, publications.ownerId))
    .where(isShown)
    .orderBy(publications.publishedAt, publications.id)
    .limit(limit)
    .offset(offset);
  return showable(rows);
}

/** Artists who show at least one item. */
export async function listArtists(limit: number) {
  const hasItem = sql`exists (select 1 from ${publications} join ${samples} on ${samples.id} = ${publications.sampleId}
    where ${publications.ownerId} = ${artists.ownerId} and ${isShown})`;
  const rows = await db()
    .select({ handle: artists.handle, updatedAt: artists.updatedAt, ownerId: artists.ownerId, role: users.role })
    .from(artists)
    .innerJoin(users, eq(users.id, artists.ownerId))
    .where(hasItem)
    .orderBy(artists.handle)
    .limit(limit);
  return showable(rows);
}
