import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { artists } from "@/db/schema/artists";
import { publicationComments, publicationFavourites } from "@/db/schema/publication-reactions";
import { publicationDownloads, publications } from "@/db/schema/publications";
import { searchDocuments } from "@/db/schema/search-documents";
import { users } from "@/db/schema/users";
import { flagsOf } from "@/lib/flags/data";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";
import type { AiTraining, Licence } from "@/lib/music/rights";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import { type DocumentSource, searchDocument } from "@/lib/search-documents/document";
import { findSources } from "@/lib/search-documents/lookups";
import type { Work } from "@/lib/work/unit-of-work";

/** Of the facets of a sample, these are its owner's own business: folders, marks, and which tags they gave. */
const PRIVATE_FACET = /^(?:in|is|own):/;

/**
 * Writes what lists show and search of publications, from what their samples say now and what their owners wrote. Returns
 * how many. The caller has locked them, or nobody else writes them.
 */
export async function describePublications(work: Work, ids: readonly string[]): Promise<number> {
  const rows = await readTexts(work, ids);
  const sampleIds = rows.flatMap(({ sampleId }) => sampleId ?? []);
  const sources = new Map((await findSources(work.tx, sampleIds)).map(({ source }) => [source.sampleId, source]));
  let written = 0;
  for (const row of rows) {
    const source = row.sampleId ? sources.get(row.sampleId) : undefined;
    if (!source || source.seconds === null) continue;
    const { bpm, keyTonic, keyMode, kind, seconds, lufs, bpmConfidence, keyConfidence } = source;
    const { document, facets } = searchDocument(await publicSource(row, source));
    await work.tx
      .update(publications)
      .set({
        ...{ bpm, keyTonic, keyMode, kind, seconds, lufs, bpmConfidence, keyConfidence },
        sha256: row.sha256,
        overview: row.overview,
        document: sql`${document}::tsvector`,
        facets: facets.filter((facet) => !PRIVATE_FACET.test(facet)),
        valuesRevision: row.revision ?? 0,
      })
      .where(and(eq(publications.id, row.id), eq(publications.state, "public")));
    written += 1;
  }
  return written;
}

const readTexts = (work: Work, ids: readonly string[]) =>
  work.tx
    .select({
      id: publications.id,
      ownerId: publications.ownerId,
      role: users.role,
      sampleId: publications.sampleId,
      title: publications.title,
      description: publications.description,
      tags: publications.tags,
      licence: publications.licence,
      aiTraining: publications.aiTraining,
      artistName: artists.name,
      sha256: analyses.sha256,
      overview: sql<string | null>`nullif(${analyses.overview}, '')`,
      revision: searchDocuments.revision,
    })
    .from(publications)
    .innerJoin(users, eq(users.id, publications.ownerId))
    .innerJoin(artists, eq(artists.ownerId, publications.ownerId))
    .innerJoin(analyses, eq(analyses.sampleId, publications.sampleId))
    .leftJoin(searchDocuments, eq(searchDocuments.sampleId, publications.sampleId))
    .where(and(inArray(publications.id, [...ids]), eq(publications.state, "public")));

type Texts = Awaited<ReturnType<typeof readTexts>>[number];

/** A sample as everybody may search it: with the words of its publication, and no name, folder or mark of its owner. */
async function publicSource(texts: Texts, source: DocumentSource): Promise<DocumentSource> {
  const hidden = await hiddenFor(texts);
  const heard = <Label extends { label: string }>(labels: readonly Label[]) =>
    labels.filter(({ label }) => !hidden.has(label));
  const { title, artistName: artist, description: comment, tags, licence, aiTraining } = texts;
  return {
    ...source,
    ...{ fileName: "", folderPath: "", isFailed: false, isFavourite: false, isDuplicate: false, isCorrected: false },
    ...{ licence, aiTraining, tags, ownTags: [], description: null },
    instruments: heard(source.instruments),
    genres: heard(source.genres),
    moods: heard(source.moods),
    file: {
      title,
      artist,
      comment,
      album: null,
      albumArtist: null,
      year: null,
      rating: null,
      genres: [],
      keywords: [],
    },
  };
}

async function hiddenFor({ ownerId, role }: { ownerId: string; role: Role }): Promise<ReadonlySet<string>> {
  return hiddenLabels(await flagsOf(actorOnBehalfOf({ id: ownerId, role, isDemo: false }), SAMPLE_FLAGS));
}

/** Leaves a row that says: there was something here. The caller has locked it. */
export async function withdrawPublication(work: Work, id: string): Promise<void> {
  const here = and(eq(publications.id, id), eq(publications.state, "public"));
  const [found] = await work.tx.select({ previewKey: publications.previewKey }).from(publications).where(here);
  if (!found) return;
  await work.tx
    .update(publications)
    .set({
      state: "withdrawn",
      ...{ title: "", description: "", tags: [], facets: [], document: sql`''::tsvector` },
      ...{ bpm: null, bpmConfidence: null, keyTonic: null, keyMode: null, keyConfidence: null, kind: null },
      ...{ lufs: null, overview: null, previewKey: null, goneAt: sql`now()`, updatedAt: sql`now()` },
    })
    .where(here);
  // Nobody can read it any more, and its page will not come back.
  await work.tx.delete(publicationComments).where(eq(publicationComments.publicationId, id));
  await work.tx.delete(publicationFavourites).where(eq(publicationFavourites.publicationId, id));
  if (found.previewKey) work.forget({ objectKey: found.previewKey });
}

/** Hides it from everybody, with a reason for its owner, who may answer once. Returns whose it is; null if it is not public. */
export async function takeDownPublication(
  work: Work,
  id: string,
  reason: string,
): Promise<{ ownerId: string; goneAt: Date } | null> {
  const [row] = await work.tx
    .update(publications)
    .set({
      ...{ state: "taken_down", takenDownReason: reason, goneAt: sql`now()`, updatedAt: sql`now()` },
      ...{ appeal: null, appealedAt: null, appealAnsweredAt: null },
    })
    .where(and(eq(publications.id, id), eq(publications.state, "public")))
    .returning({ ownerId: publications.ownerId, goneAt: publications.goneAt });
  return row?.goneAt ? { ownerId: row.ownerId, goneAt: row.goneAt } : null;
}

/** Shows it to everybody again, with what its sample says now. The caller has locked it. */
export async function restorePublication(work: Work, id: string): Promise<void> {
  await work.tx
    .update(publications)
    .set({ state: "public", takenDownReason: null, goneAt: null, updatedAt: sql`now()`, valuesRevision: -1 })
    .where(and(eq(publications.id, id), eq(publications.state, "taken_down")));
  await describePublications(work, [id]);
}

export interface Received {
  publicationId: string;
  /** Null for somebody without an account. */
  userId: string | null;
  title: string;
  artistName: string;
  address: string;
  licence: Licence;
  aiTraining: AiTraining;
  sha256: string;
}

/** Notes who gets what under which licence, as it is now. */
export async function noteDownload(work: Work, received: Received): Promise<void> {
  await work.tx.insert(publicationDownloads).values(received);
  const downloadCount = sql`${publications.downloadCount} + 1`;
  await work.tx.update(publications).set({ downloadCount }).where(eq(publications.id, received.publicationId));
}
