import "server-only";
import { and, desc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { underPresentRules } from "@/lib/analysis/derived/present-rules";
import { nameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import { failureOf } from "@/lib/analysis/record/failures";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { SAMPLE_STATUSES, type SampleStatus } from "@/lib/events/sample-event";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { findPluginResults } from "@/lib/plugins/lookups";
import { LIBRARY_MAX_ROWS, UNDO_WINDOW_SECONDS } from "./constants";
import { findCorrections } from "./corrections/lookups";
import { NO_CORRECTIONS } from "./corrections/schema";
import { effectiveDescription } from "./effective-description";
import { effectiveValues, measuredTags } from "./effective-values";
import { presentTags } from "./lookups";
import type { DashboardSummary, SampleDetail, SamplePosition, SampleRow, TrashedSample } from "./schema";
import { hiddenLabels, SAMPLE_FLAGS, withoutHidden, withoutSwitchedOff } from "./switched-off";

const LATEST_ROWS = 8;
const PROCESSING_ROWS = 50;

const rowColumns = {
  id: samples.id,
  fileName: samples.fileName,
  folderPath: samples.folderPath,
  status: samples.status,
  failureCode: samples.failureCode,
  sizeBytes: samples.sizeBytes,
  isFavourite: sql<boolean>`${samples.favouritedAt} is not null`,
  createdAt: samples.createdAt,
  durationSeconds: analyses.durationSeconds,
  ...effectiveValues,
  integratedLufs: analyses.integratedLufs,
  ungatedLufs: analyses.ungatedLufs,
};

/** A Date would lose the microseconds, and a page would skip what was made in the same millisecond. */
const exactTime = sql<string>`to_char(${samples.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const ownedBy = (owner: ActorId, ...more: (SQL | undefined)[]) =>
  and(eq(samples.ownerId, owner), isNull(samples.deletedAt), ...more);

/** Left joins, because waiting and failed samples have no analysis, and few have a correction. */
const selectRows = () =>
  db()
    .select(rowColumns)
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .$dynamic();

type StoredRow = Awaited<ReturnType<typeof selectRows>>[number];

/** As the owner sees the rows: without tags whose features are off for them. */
async function toRows(owner: FlagHolder, stored: readonly StoredRow[]): Promise<SampleRow[]> {
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  return stored.map((row) => toRow(row, hidden));
}

function toRow({ failureCode, createdAt, tags, ...row }: StoredRow, hidden: ReadonlySet<string>): SampleRow {
  return {
    ...row,
    tags: withoutHidden(tags, hidden, row.ownTags),
    createdAt: createdAt.toISOString(),
    failure: failureCode === null ? null : failureOf(failureCode),
  };
}

/** Newest first, at most `LIBRARY_MAX_ROWS`. */
export async function listSamples(owner: FlagHolder): Promise<SampleRow[]> {
  const rows = await selectRows()
    .where(ownedBy(owner.id))
    .orderBy(desc(samples.createdAt), desc(samples.id))
    .limit(LIBRARY_MAX_ROWS);
  return toRows(owner, rows);
}

/** One page of them, the newest first. `next` is where the following page begins; null on the last. */
export async function listSamplePage(
  owner: FlagHolder,
  { limit, after }: { limit: number; after: SamplePosition | null },
): Promise<{ rows: SampleRow[]; next: SamplePosition | null }> {
  const isFurther =
    after && sql`(${samples.createdAt}, ${samples.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db()
    .select({ row: rowColumns, createdAt: exactTime })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(ownedBy(owner.id, isFurther ?? undefined))
    .orderBy(desc(samples.createdAt), desc(samples.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.createdAt, id: last.row.id } : null;
  const rows = await toRows(
    owner,
    shown.map(({ row }) => row),
  );
  return { rows, next };
}

/** A Date would lose the microseconds. */
const exactDeletion = sql<string>`to_char(${samples.deletedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const goesAt = sql`${samples.deletedAt} + make_interval(secs => ${UNDO_WINDOW_SECONDS})`.mapWith(samples.createdAt);

/** One page of the deleted samples that can still be restored, the last deleted first. */
export async function listTrashPage(
  owner: ActorId,
  { limit, after }: { limit: number; after: SamplePosition | null },
): Promise<{ rows: TrashedSample[]; next: SamplePosition | null }> {
  const isFurther =
    after && sql`(${samples.deletedAt}, ${samples.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const { id, fileName, folderPath, sizeBytes } = samples;
  const found = await db()
    .select({ id, fileName, folderPath, sizeBytes, deletedAt: exactDeletion, goesAt })
    .from(samples)
    .where(and(eq(samples.ownerId, owner), gt(goesAt, sql`now()`), isFurther ?? undefined))
    .orderBy(desc(samples.deletedAt), desc(samples.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.deletedAt, id: last.id } : null;
  const rows = shown.map((row) => ({
    ...row,
    deletedAt: new Date(row.deletedAt).toISOString(),
    goesAt: row.goesAt.toISOString(),
  }));
  return { rows, next };
}

/** Read and planned once for each connection: with all its expressions, that takes longer than to find the rows. */
const prepareRowsById = () =>
  selectRows()
    .where(
      and(
        sql`${samples.id} = any(${sql.placeholder("ids")}::uuid[])`,
        sql`${samples.ownerId} = ${sql.placeholder("owner")}::uuid`,
        isNull(samples.deletedAt),
      ),
    )
    .prepare("samples by id");
let rowsById: ReturnType<typeof prepareRowsById> | undefined;

/** Those of the ids that are the owner's; in no particular order. */
export async function findSamples(owner: FlagHolder, ids: string[]): Promise<SampleRow[]> {
  if (ids.length === 0) return [];
  rowsById ??= prepareRowsById();
  return toRows(owner, await rowsById.execute({ ids, owner: owner.id }));
}

/** Returns only the parts whose features are on for this person, or null if they have no such sample. */
export async function findSample(owner: FlagHolder, id: string): Promise<SampleDetail | null> {
  const [found] = await db()
    .select({
      row: rowColumns,
      sha256: samples.sha256,
      objectKey: samples.objectKey,
      originalMissingAt: samples.originalMissingAt,
      record: analyses.record,
      analyserVersion: analyses.analyserVersion,
      analysisSeconds: analyses.analysisSeconds,
      analyzedAt: analyses.createdAt,
      measuredTags,
      tags: fileTags,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(ownedBy(owner.id, eq(samples.id, id)));
  if (!found) return null;
  const version = found.analyserVersion && encodeURIComponent(`${found.sha256.slice(0, 16)}-${found.analyserVersion}`);
  const address = (what: string) => (version ? `/api/v1/samples/${id}/${what}?v=${version}` : null);
  const features = await flagsOf(owner, SAMPLE_FLAGS);
  const isThere = found.objectKey !== null && found.originalMissingAt === null;
  const audioUrl = version && isThere ? `/api/v1/samples/${id}/audio` : null;
  const record = found.record ? underPresentRules(found.record as AnalysisRecord) : null;
  const sample: Omit<SampleDetail, "description"> = {
    ...toRow(
      { ...found.row, tags: await presentTags(id, found.row.tags, found.measuredTags, record) },
      hiddenLabels(features),
    ),
    sha256: found.sha256,
    record,
    corrections: found.row.corrected.length > 0 ? await findCorrections(id, owner.id) : NO_CORRECTIONS,
    plugins: await findPluginResults(id),
    fileTags: found.tags && tagsOf(found.tags),
    nameFacts: nameFacts(found.row.fileName, found.row.folderPath),
    analysisSeconds: found.analysisSeconds,
    analyzedAt: found.analyzedAt?.toISOString() ?? null,
    originalKept: found.objectKey !== null,
    originalMissingSince: found.originalMissingAt?.toISOString() ?? null,
    peaksUrl: address("peaks"),
    spectrogramUrl: address("spectrogram"),
    coverUrl: found.tags?.coverKey ? `/api/v1/samples/${id}/cover?v=${coverVersion(found.tags)}` : null,
    audioUrl,
    downloadUrl: audioUrl && `${audioUrl}?download=1`,
  };
  const shown = withoutSwitchedOff(sample, features);
  return { ...shown, description: shown.record && effectiveDescription(shown.record, shown.corrections) };
}

type StoredTags = typeof fileTags.$inferSelect;

function tagsOf(stored: StoredTags): FileTags {
  const { sampleId, sha256, readerVersion, coverKey, readAt, keyTonic, keyMode, notes, ...tags } = stored;
  const key = keyTonic === null ? null : { tonic: keyTonic, mode: keyMode };
  return { ...tags, key, notes: notes as FileTags["notes"] };
}

/** Names the bytes and the reader: with both the same, the picture is the same. */
const coverVersion = ({ sha256, readerVersion }: Pick<StoredTags, "sha256" | "readerVersion">) =>
  `${sha256.slice(0, 16)}-${readerVersion}`;

/** The cover's object and version. Null if the sample has none. */
export async function findCover(owner: ActorId, id: string): Promise<{ key: string; version: string } | null> {
  const { coverKey, sha256, readerVersion } = fileTags;
  const [found] = await db()
    .select({ coverKey, sha256, readerVersion })
    .from(samples)
    .innerJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(ownedBy(owner, eq(samples.id, id)));
  return found?.coverKey ? { key: found.coverKey, version: coverVersion(found) } : null;
}

/** Keys of an analysed sample's objects. */
export interface SampleObjects {
  fileName: string;
  sha256: string;
  analyserVersion: string;
  durationSeconds: number;
  container: AnalysisRecord["container"];
  originalKey: string | null;
  /** What is heard in its place; null if the original plays everywhere. */
  playableKey: string | null;
  peaksKey: string;
  spectrogramKey: string;
}

export async function findSampleObjects(owner: ActorId, id: string): Promise<SampleObjects | null> {
  const [found] = await db()
    .select({
      fileName: samples.fileName,
      sha256: analyses.sha256,
      analyserVersion: analyses.analyserVersion,
      durationSeconds: analyses.durationSeconds,
      container: sql<AnalysisRecord["container"]>`${analyses.record} ->> 'container'`,
      playableKey: analyses.playableKey,
      originalKey: sql<string | null>`case when ${samples.originalMissingAt} is null then ${samples.objectKey} end`,
      peaksKey: analyses.peaksKey,
      spectrogramKey: analyses.spectrogramKey,
    })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(ownedBy(owner, eq(samples.id, id)));
  return found ?? null;
}

export async function summariseLibrary(owner: FlagHolder): Promise<DashboardSummary> {
  const [byStatus, processing, latest] = await Promise.all([
    countByStatus(owner.id),
    selectRows()
      .where(ownedBy(owner.id, inArray(samples.status, ["uploading", "uploaded", "processing"])))
      .orderBy(desc(samples.statusChangedAt), desc(samples.id))
      .limit(PROCESSING_ROWS),
    selectRows()
      .where(ownedBy(owner.id, inArray(samples.status, ["completed", "failed"])))
      .orderBy(desc(samples.statusChangedAt), desc(samples.id))
      .limit(LATEST_ROWS),
  ]);
  return { ...byStatus, processing: await toRows(owner, processing), latest: await toRows(owner, latest) };
}

async function countByStatus(
  owner: ActorId,
): Promise<Pick<DashboardSummary, "counts" | "storedBytes" | "analyzedSeconds">> {
  const rows = await db()
    .select({
      status: samples.status,
      count: sql<number>`count(*)::int`,
      storedBytes: sql<number>`coalesce(sum(${samples.sizeBytes}) filter (where ${isNotNull(samples.objectKey)}), 0)::float8`,
      analyzedSeconds: sql<number>`coalesce(sum(${analyses.durationSeconds}), 0)::float8`,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(ownedBy(owner))
    .groupBy(samples.status);
  const counts = Object.fromEntries(SAMPLE_STATUSES.map((status) => [status, 0])) as Record<SampleStatus, number>;
  for (const row of rows) counts[row.status] = row.count;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    counts: { ...counts, total: sum((row) => row.count) },
    storedBytes: sum((row) => row.storedBytes),
    analyzedSeconds: sum((row) => row.analyzedSeconds),
  };
}
