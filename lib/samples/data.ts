import "server-only";
import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { underPresentRules } from "@/lib/analysis/derived/present-rules";
import { nameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { findPluginResults } from "@/lib/plugins/lookups";
import { findCorrections } from "./corrections/lookups";
import { NO_CORRECTIONS } from "./corrections/no-corrections";
import { coverAddress } from "./cover-address";
import { effectiveDescription } from "./effective-description";
import { measuredTags, rowColumns } from "./effective-values";
import { presentTags } from "./lookups";
import { rowOf } from "./row-of";
import type { DashboardSummary, SampleDetail, SamplePosition, SampleRow } from "./schema";
import { countByStatus } from "./summary/data";
import { hiddenLabels, SAMPLE_FLAGS, withoutSwitchedOff } from "./switched-off";

const LATEST_ROWS = 8;
const PROCESSING_ROWS = 50;

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

/** As the owner sees the rows. */
async function toRows(owner: FlagHolder, stored: Awaited<ReturnType<typeof selectRows>>): Promise<SampleRow[]> {
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  return stored.map((row) => rowOf(row, hidden));
}

/** One page of somebody's samples, the newest first. `next` is where the following page begins; null on the last. */
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

/**
 * Rows of whomever they belong to, as `viewer` may see their tags; in no particular order. Only for ids that this person
 * was given by those who own them: in a collection.
 */
export async function findRowsOfAnybody(viewer: FlagHolder, ids: readonly string[]): Promise<SampleRow[]> {
  if (ids.length === 0) return [];
  return toRows(viewer, await selectRows().where(and(inArray(samples.id, [...ids]), isNull(samples.deletedAt))));
}

/** Those of the ids that are the owner's, the newest first. */
export async function findSampleIds(owner: ActorId, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ id: samples.id })
    .from(samples)
    .where(ownedBy(owner, inArray(samples.id, [...ids])))
    .orderBy(desc(samples.createdAt), desc(samples.id));
  return rows.map(({ id }) => id);
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
    ...rowOf(
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
    coverUrl: coverAddress(id, found.tags),
    audioUrl,
    downloadUrl: audioUrl && `${audioUrl}?download=1`,
    copyUrl: audioUrl && `/api/v1/samples/${id}/copy`,
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
