import "server-only";
import { and, desc, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { artists } from "@/db/schema/artists";
import { fileTags } from "@/db/schema/file-tags";
import { publicationDownloads, publications } from "@/db/schema/publications";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { withoutExtension } from "@/lib/analysis/file-tags/name-words";
import { findArtist } from "@/lib/artists/lookups";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { publicLine } from "@/lib/format/public-text";
import type { ActorId } from "@/lib/identity/actor";
import { effectiveValues } from "@/lib/samples/effective-values";
import { hiddenLabels, SAMPLE_FLAGS, withoutHidden } from "@/lib/samples/switched-off";
import { parseQuery } from "@/lib/search-query/parse";
import { DESCRIPTION_MAX, PUBLIC_TAGS_MAX, TITLE_MAX } from "./constants";
import { detailOf } from "./detail";
import { isShown } from "./effective-values";
import { listShown } from "./listing/lookups";
import { findShown } from "./lookups";
import type {
  ListedPublication,
  ListPosition,
  OwnPublication,
  PublicDetail,
  PublicItem,
  Publishing,
  ReceivedDownload,
} from "./schema";

/**
 * Whether a sample of this person is public, and what a form begins with. Null if there is no such sample, or it is not
 * analysed.
 */
export async function findPublishing(owner: FlagHolder, sampleId: string): Promise<Publishing | null> {
  const [row] = await db()
    .select({
      fileName: samples.fileName,
      fileTitle: fileTags.title,
      tags: effectiveValues.tags,
      ownTags: effectiveValues.ownTags,
      licence: samples.licence,
      aiTraining: samples.aiTraining,
      handle: artists.handle,
    })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .leftJoin(artists, eq(artists.ownerId, samples.ownerId))
    .where(
      and(
        eq(samples.id, sampleId),
        eq(samples.ownerId, owner.id),
        eq(samples.status, "completed"),
        isNull(samples.deletedAt),
      ),
    );
  if (!row) return null;
  const { fileName, fileTitle, handle, tags, ownTags, licence, aiTraining } = row;
  const shown = withoutHidden(tags, hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS)), ownTags);
  const start = {
    title: cut(publicLine(fileTitle ?? withoutExtension(fileName)), TITLE_MAX),
    description: "",
    tags: shown.slice(0, PUBLIC_TAGS_MAX),
    licence: licence ?? "all-rights-reserved",
    aiTraining: aiTraining ?? "not_allowed",
    allowsDownload: false,
  } as const;
  return { sampleId, handle, publication: await findOwnPublication(owner.id, sampleId), start };
}

const cut = (text: string, most: number) => [...text].slice(0, most).join("").trim();

async function findOwnPublication(owner: ActorId, sampleId: string): Promise<OwnPublication | null> {
  const { id, slug, state, title, description, tags, licence, aiTraining, allowsDownload, takenDownReason } =
    publications;
  const { appeal: appealText, appealAnsweredAt } = publications;
  const [row] = await db()
    .select({
      id,
      slug,
      state,
      title,
      description,
      tags,
      licence,
      aiTraining,
      allowsDownload,
      takenDownReason,
      appealText,
      appealAnsweredAt,
    })
    .from(publications)
    .where(and(eq(publications.sampleId, sampleId), eq(publications.ownerId, owner), ne(state, "withdrawn")));
  if (!row || row.state === "withdrawn") return null;
  const { appealText: said, appealAnsweredAt: answeredAt, ...own } = row;
  const appeal = said === null ? "possible" : answeredAt === null ? "waiting" : "refused";
  return { ...own, state: row.state, description: cut(row.description, DESCRIPTION_MAX), appeal };
}

/** What a person downloaded from the gallery, the last first. It stays when the publication is gone. */
export async function listReceived(receiver: ActorId, limit: number): Promise<ReceivedDownload[]> {
  const got = publicationDownloads;
  const rows = await db()
    .select({
      id: got.id,
      title: got.title,
      artistName: got.artistName,
      address: got.address,
      licence: got.licence,
      aiTraining: got.aiTraining,
      sha256: got.sha256,
      downloadedAt: got.downloadedAt,
      isPublic: sql<boolean>`coalesce(${isShown}, false)`,
    })
    .from(got)
    .leftJoin(publications, eq(publications.id, got.publicationId))
    .leftJoin(samples, eq(samples.id, publications.sampleId))
    .leftJoin(users, eq(users.id, publications.ownerId))
    .where(eq(got.userId, receiver))
    .orderBy(desc(got.downloadedAt), desc(got.id))
    .limit(limit);
  return rows.map(({ downloadedAt, ...row }) => ({ ...row, downloadedAt: downloadedAt.toISOString() }));
}

/** One page of what a person has made public, the newest first. Withdrawn ones say no more than their address. */
export async function listOwnPublications(
  owner: ActorId,
  { limit, beforeId }: { limit: number; beforeId: string | null },
): Promise<{ items: ListedPublication[]; nextId: string | null }> {
  const { id, sampleId, slug, state, title, description, tags, licence, aiTraining, allowsDownload } = publications;
  const { playCount, downloadCount, publishedAt } = publications;
  const said = { id, sampleId, slug, state, title, description, tags, licence, aiTraining, allowsDownload };
  const rows = await db()
    .select({ ...said, playCount, downloadCount, publishedAt })
    .from(publications)
    .where(and(eq(publications.ownerId, owner), beforeId === null ? undefined : lt(id, beforeId)))
    .orderBy(desc(id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  return { items, nextId: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export interface GalleryFound {
  items: PublicItem[];
  problems: string[];
  next: ListPosition | null;
}

/** What a query finds in the gallery, the newest first; the same for every viewer. Null if there is no such artist. */
export async function searchGallery(
  _viewer: ActorId,
  wanted: { query: string; handle: string | null; after: ListPosition | null; limit: number },
): Promise<GalleryFound | null> {
  const { handle, after, limit } = wanted;
  const artist = handle === null ? null : await findArtist(handle);
  if (artist === "gone" || (handle !== null && artist === null)) return null;
  const query = parseQuery(wanted.query);
  const { items, next } = await listShown({ query, after, limit, ...(artist && { ownerId: artist.ownerId }) });
  return { items, next, problems: query.problems.map(({ message }) => message) };
}

/** The item at an address; the same for every viewer. "gone" if there was one. */
export async function findPublicItem(_viewer: ActorId, slug: string): Promise<PublicDetail | "gone" | null> {
  const found = await findShown(slug);
  return found === null || found === "gone" ? found : detailOf(found);
}
