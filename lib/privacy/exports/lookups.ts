import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { apiKeys } from "@/db/schema/api-keys";
import { artists } from "@/db/schema/artists";
import { auditEntries } from "@/db/schema/audit-entries";
import { batches, batchItems } from "@/db/schema/batches";
import { bulkEditItems, bulkEdits } from "@/db/schema/bulk-edits";
import { collectionItems, collectionLinks, collectionMembers, collections } from "@/db/schema/collections";
import { dataExports } from "@/db/schema/data-exports";
import { duplicateDismissals, sampleDuplicates } from "@/db/schema/duplicates";
import { fileTags } from "@/db/schema/file-tags";
import { importFiles, importFolders } from "@/db/schema/imports";
import { linkedAccounts } from "@/db/schema/linked-accounts";
import { personSettings } from "@/db/schema/person-settings";
import { playlists } from "@/db/schema/playlists";
import { plays } from "@/db/schema/plays";
import { publicationDownloads, publications } from "@/db/schema/publications";
import { querySounds } from "@/db/schema/query-sounds";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { savedViews } from "@/db/schema/saved-views";
import { sessions } from "@/db/schema/sessions";
import { sampleOrigins, slices } from "@/db/schema/slices";
import { users } from "@/db/schema/users";
import { effectiveValues, measuredTags } from "@/lib/samples/effective-values";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";

const BATCH = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Whether the account's deletion was requested. */
export async function isLeaving(userId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.deletionRequestedAt)));
  return row !== undefined;
}

/** The object of a person's export, while it can be downloaded. */
export async function findReadyExport(userId: string): Promise<{ id: string; objectKey: string; at: Date } | null> {
  const [row] = await db()
    .select({ id: dataExports.id, objectKey: dataExports.objectKey, at: dataExports.requestedAt })
    .from(dataExports)
    .where(and(eq(dataExports.userId, userId), eq(dataExports.status, "ready"), gt(dataExports.expiresAt, sql`now()`)))
    .orderBy(desc(dataExports.requestedAt))
    .limit(1);
  return row?.objectKey ? { ...row, objectKey: row.objectKey } : null;
}

/** The owner of a requested export. Returns null once it is finished or given up, or the owner is removed. */
export async function findRequestedExport(exportId: string): Promise<{ userId: string } | null> {
  const [row] = await db()
    .select({ userId: dataExports.userId })
    .from(dataExports)
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "requested")));
  return row ?? null;
}

/** What is stored about a person besides their samples, without hashes and secrets. */
export async function readProfile(userId: string) {
  const [profile] = await db()
    .select({
      id: users.id,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      name: users.name,
      role: users.role,
      isBeta: users.isBeta,
      uploadsPerDayOverride: users.uploadsPerDayOverride,
      storageBytesOverride: users.storageBytesOverride,
      suspendedAt: users.suspendedAt,
      deletionRequestedAt: users.deletionRequestedAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(users.id, userId));
  const { provider, providerAccountId, label, createdAt } = linkedAccounts;
  const linked = await db()
    .select({ provider, providerAccountId, label, createdAt })
    .from(linkedAccounts)
    .where(eq(linkedAccounts.userId, userId));
  return { ...profile, linkedAccounts: linked };
}

export async function readSessions(userId: string) {
  const { id, userAgent, address, createdAt, lastSeenAt, expiresAt, revokedAt } = sessions;
  return db()
    .select({ id, userAgent, address, createdAt, lastSeenAt, expiresAt, revokedAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(createdAt));
}

export async function readApiKeys(userId: string) {
  const { id, name, prefix, scopes, allowedCidrs, requestsPerMinute, createdAt, expiresAt, revokedAt } = apiKeys;
  const { lastUsedAt, lastUsedAddress } = apiKeys;
  return db()
    .select({
      ...{ id, name, prefix, scopes, allowedCidrs, requestsPerMinute },
      ...{ createdAt, expiresAt, lastUsedAt, lastUsedAddress, revokedAt },
    })
    .from(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .orderBy(asc(createdAt));
}

/** What the person searches with now. The sounds themselves are not kept, and what was measured for a day only. */
export async function readQuerySounds(userId: string) {
  const { source, sampleId, startSeconds, endSeconds, vector, facts, createdAt, expiresAt } = querySounds;
  const rows = await db()
    .select({ source, sampleId, startSeconds, endSeconds, vector, facts, createdAt, expiresAt })
    .from(querySounds)
    .where(and(eq(querySounds.ownerId, userId), gt(expiresAt, sql`now()`)))
    .orderBy(asc(createdAt));
  return rows.map((row) => ({ ...row, vector: [...fromStoredVector(row.vector)] }));
}

/** The saved views of the library, in their order. */
export async function readSavedViews(userId: string) {
  const { name, address, createdAt, position, ownerId } = savedViews;
  return db().select({ name, address, createdAt }).from(savedViews).where(eq(ownerId, userId)).orderBy(asc(position));
}

/** The folders on the server that the person imports. */
export async function readImportFolders(userId: string) {
  const { id, shownPath, schedule, createdAt } = importFolders;
  return db()
    .select({ id, shownPath, schedule, createdAt })
    .from(importFolders)
    .where(eq(importFolders.ownerId, userId))
    .orderBy(asc(createdAt));
}

const importedFileBatch = (userId: string, afterId: string) => {
  const { id, folderId, shownPath, sizeBytes, sha256, state, failureCode, sampleId } = importFiles;
  const { goneAt, replacedAt, movedFrom, createdAt } = importFiles;
  return db()
    .select({
      ...{ id, folderId, shownPath, sizeBytes, sha256, state, failureCode, sampleId },
      ...{ goneAt, replacedAt, movedFrom, createdAt },
    })
    .from(importFiles)
    .where(and(eq(importFiles.ownerId, userId), gt(id, afterId)))
    .orderBy(asc(id))
    .limit(BATCH);
};

/** Every file that was found in them, with one batch in memory at a time. */
export async function* readImportedFiles(userId: string) {
  for (let afterId = FIRST_ID; ; ) {
    const batch = await importedFileBatch(userId, afterId);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    afterId = last.id;
  }
}

/**
 * The person's collections with what is in them, whom they share them with and their links; the collections of others
 * that they share or are asked to, with what they added there; and their playlists.
 */
export async function readCollections(userId: string) {
  // Named in full: in a select of one table, a column is written without its table.
  const items = (mine: unknown) => sql<{ sampleId: string; addedAt: string }[]>`coalesce((
    select json_agg(json_build_object('sampleId', item.sample_id, 'addedAt', item.added_at)
      order by item.position, item.sample_id)
    from ${collectionItems} item where item.collection_id = collections.id and ${mine}), '[]')`;
  const { id, name, description, colour, parentId, coverSampleId, query, createdAt, updatedAt, deletedAt } =
    collections;
  const own = await db()
    .select({
      ...{ id, name, description, colour, parentId, coverSampleId, query, createdAt, updatedAt, deletedAt },
      samples: items(sql`item.added_by = ${userId}`),
      members: sql<object[]>`coalesce((
        select json_agg(json_build_object('email', member.email, 'role', member.role, 'invitedAt', member.invited_at,
          'joinedAt', member.joined_at) order by member.invited_at)
        from ${collectionMembers} member where member.collection_id = collections.id), '[]')`,
      links: sql<object[]>`coalesce((
        select json_agg(json_build_object('allowsDownload', link.allows_download, 'createdAt', link.created_at,
          'expiresAt', link.expires_at) order by link.created_at)
        from ${collectionLinks} link where link.collection_id = collections.id), '[]')`,
    })
    .from(collections)
    .where(eq(collections.ownerId, userId))
    .orderBy(asc(collections.position), asc(id));
  const { role, email, invitedAt, joinedAt } = collectionMembers;
  const shared = await db()
    .select({ id, name, role, email, invitedAt, joinedAt, samples: items(sql`item.added_by = ${userId}`) })
    .from(collectionMembers)
    .innerJoin(collections, eq(collections.id, collectionMembers.collectionId))
    .where(
      or(
        eq(collectionMembers.userId, userId),
        and(
          isNull(collectionMembers.userId),
          sql`${email} = (select users.email from users where users.id = ${userId})`,
        ),
      ),
    )
    .orderBy(asc(invitedAt));
  const list = playlists;
  const made = await db()
    .select({ id: list.id, name: list.name, wishes: list.wishes, steps: list.steps, createdAt: list.createdAt })
    .from(playlists)
    .where(eq(list.ownerId, userId))
    .orderBy(asc(list.id));
  return { own, shared, playlists: made };
}

/** What the person has chosen. Null for somebody who has chosen nothing. */
export async function readSettings(userId: string) {
  const { choices, digest, checklistEndedAt, updatedAt } = personSettings;
  const [chosen] = await db()
    .select({ choices, digest, checklistEndedAt, updatedAt })
    .from(personSettings)
    .where(eq(personSettings.userId, userId));
  return chosen ?? null;
}

/** The key of the picture of the person's public page. Null without one. */
export async function findPicture(userId: string): Promise<string | null> {
  const [row] = await db().select({ key: artists.avatarKey }).from(artists).where(eq(artists.ownerId, userId));
  return row?.key ?? null;
}

/** What the person shows to everybody, what they showed and took back, and what they downloaded from others. */
export async function readPublic(userId: string) {
  const { handle, name, bio, links, createdAt: since, updatedAt: changedAt } = artists;
  const [page] = await db()
    .select({ handle, name, bio, links, createdAt: since, updatedAt: changedAt })
    .from(artists)
    .where(eq(artists.ownerId, userId));
  const { id, sampleId, slug, state, title, description, tags, licence, aiTraining, allowsDownload } = publications;
  const { downloadCount, playCount } = publications;
  const { publishedAt, updatedAt, expiresAt, goneAt, takenDownReason, appeal, appealedAt, appealAnsweredAt } =
    publications;
  const published = await db()
    .select({
      ...{ id, sampleId, slug, state, title, description, tags, licence, aiTraining, allowsDownload },
      ...{ downloadCount, playCount },
      ...{ publishedAt, updatedAt, expiresAt, goneAt, takenDownReason, appeal, appealedAt, appealAnsweredAt },
    })
    .from(publications)
    .where(eq(publications.ownerId, userId))
    .orderBy(asc(publishedAt), asc(id));
  const got = publicationDownloads;
  const downloaded = await db()
    .select({
      title: got.title,
      artistName: got.artistName,
      address: got.address,
      licence: got.licence,
      aiTraining: got.aiTraining,
      sha256: got.sha256,
      downloadedAt: got.downloadedAt,
    })
    .from(got)
    .where(eq(got.userId, userId))
    .orderBy(asc(got.downloadedAt), asc(got.id));
  return { page: page ?? null, published, downloaded };
}

const sampleColumns = {
  id: samples.id,
  fileName: samples.fileName,
  folderPath: samples.folderPath,
  status: samples.status,
  failureCode: samples.failureCode,
  sizeBytes: samples.sizeBytes,
  sha256: samples.sha256,
  createdAt: samples.createdAt,
  favouritedAt: samples.favouritedAt,
  licence: samples.licence,
  aiTraining: samples.aiTraining,
  objectKey: samples.objectKey,
  durationSeconds: analyses.durationSeconds,
  // What counts; what was measured is in the record.
  bpm: effectiveValues.bpm,
  keyTonic: effectiveValues.keyTonic,
  keyMode: effectiveValues.keyMode,
  note: effectiveValues.note,
  kind: effectiveValues.kind,
  tags: effectiveValues.tags,
  corrected: effectiveValues.corrected,
  corrections: sampleCorrections,
  measuredTags,
  tagVerdicts: sql<{ tag: string; verdict: string; decidedAt: string }[]>`coalesce((
    select json_agg(json_build_object('tag', own.tag, 'verdict', own.verdict, 'decidedAt', own.decided_at)
      order by own.decided_at, own.tag)
    from sample_tags own where own.sample_id = ${samples.id}), '[]')`,
  integratedLufs: analyses.integratedLufs,
  ungatedLufs: analyses.ungatedLufs,
  analyserVersion: analyses.analyserVersion,
  record: analyses.record,
  fileTags,
};

const sampleBatch = (userId: string, afterId: string) =>
  db()
    .select(sampleColumns)
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(and(eq(samples.ownerId, userId), isNull(samples.deletedAt), gt(samples.id, afterId)))
    .orderBy(asc(samples.id))
    .limit(BATCH);
export type ExportedSample = Awaited<ReturnType<typeof sampleBatch>>[number];

/** All samples of a person in the order of upload, with one batch in memory at a time. */
export async function* readSamples(userId: string): AsyncGenerator<ExportedSample> {
  for (let afterId = FIRST_ID; ; ) {
    const batch = await sampleBatch(userId, afterId);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    afterId = last.id;
  }
}

/** The groups of duplicates that were found, and the pairs of which the person says that they are none. */
export async function readDuplicates(userId: string) {
  const { sampleId, groupId, level, ownerId } = sampleDuplicates;
  const { sampleA, sampleB, dismissedAt } = duplicateDismissals;
  const groups = await db()
    .select({ groupId, level, sampleIds: sql<string[]>`array_agg(${sampleId} order by ${sampleId})` })
    .from(sampleDuplicates)
    .where(eq(ownerId, userId))
    .groupBy(groupId, level)
    .orderBy(asc(groupId));
  const dismissed = await db()
    .select({ sampleA, sampleB, dismissedAt })
    .from(duplicateDismissals)
    .where(eq(duplicateDismissals.ownerId, userId))
    .orderBy(asc(sampleA), asc(sampleB));
  return { groups, dismissed };
}

/** The parts that the person found in recordings, and which samples they made of them. */
export async function readSlices(userId: string) {
  const { sampleId, name, startSeconds, endSeconds, createdAt } = slices;
  const found = await db()
    .select({ sampleId, name, startSeconds, endSeconds, createdAt })
    .from(slices)
    .where(eq(slices.ownerId, userId))
    .orderBy(asc(sampleId), asc(startSeconds));
  const from = sampleOrigins;
  const origins = await db()
    .select({
      sampleId: from.sampleId,
      parentId: from.parentId,
      startSeconds: from.startSeconds,
      endSeconds: from.endSeconds,
      createdAt: from.createdAt,
    })
    .from(from)
    .where(eq(from.ownerId, userId))
    .orderBy(asc(from.sampleId));
  return { slices: found, origins };
}

/** What the person did to many samples at once, with what became of each and how it was before. */
export async function* readBulkEdits(userId: string) {
  const { sampleId, result, before, made, undoResult } = bulkEditItems;
  const edits = await db()
    .select()
    .from(bulkEdits)
    .where(eq(bulkEdits.ownerId, userId))
    .orderBy(asc(bulkEdits.createdAt));
  for (const { ownerId: _, ...edit } of edits) {
    const items = await db()
      .select({ sampleId, result, before, made, undoResult })
      .from(bulkEditItems)
      .where(eq(bulkEditItems.bulkEditId, edit.id))
      .orderBy(asc(sampleId));
    yield { ...edit, items };
  }
}

/** The person's batches with their samples. */
export async function* readBatches(userId: string) {
  const { sampleId, fileName, folderPath, outcome, failureCode, endedAt } = batchItems;
  const found = await db().select().from(batches).where(eq(batches.ownerId, userId)).orderBy(asc(batches.createdAt));
  for (const { ownerId: _, ...batch } of found) {
    const items = await db()
      .select({ sampleId, fileName, folderPath, outcome, failureCode, endedAt })
      .from(batchItems)
      .where(eq(batchItems.batchId, batch.id))
      .orderBy(asc(sampleId));
    yield { ...batch, items };
  }
}

const playBatch = (userId: string, afterId: string) => {
  const { id, publicationId, context, state, setAsideReason, ruleVersion, heardSeconds, startedAt, lastHeardAt } =
    plays;
  return db()
    .select({
      ...{ id, publicationId, title: publications.title, context, state, setAsideReason, ruleVersion },
      ...{ heardSeconds, startedAt, lastHeardAt },
    })
    .from(plays)
    .innerJoin(publications, eq(publications.id, publicationId))
    .where(and(eq(plays.userId, userId), gt(id, afterId)))
    .orderBy(asc(id))
    .limit(BATCH);
};

/** What the person heard of what others and they themselves have made public. */
export async function* readPlays(userId: string) {
  for (let afterId = FIRST_ID; ; ) {
    const batch = await playBatch(userId, afterId);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    afterId = last.id;
  }
}

const auditBatch = (userId: string, afterSeq: number) =>
  db()
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      action: auditEntries.action,
      targetType: auditEntries.targetType,
      targetId: auditEntries.targetId,
      // Other people's addresses are not part of this person's data.
      address: sql<string | null>`case when ${auditEntries.actorId} = ${userId} then ${auditEntries.address} end`,
      userAgent: sql<string | null>`case when ${auditEntries.actorId} = ${userId} then ${auditEntries.userAgent} end`,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(
      and(
        or(
          eq(auditEntries.actorId, userId),
          and(eq(auditEntries.targetType, "user"), eq(auditEntries.targetId, userId)),
        ),
        gt(auditEntries.seq, afterSeq),
      ),
    )
    .orderBy(asc(auditEntries.seq))
    .limit(BATCH);

/** The audit entries about a person: what they did, and what was done to their account. */
export async function* readAudit(userId: string) {
  for (let afterSeq = 0; ; ) {
    const batch = await auditBatch(userId, afterSeq);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    afterSeq = last.seq;
  }
}
