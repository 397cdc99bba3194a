import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { searchDocuments } from "@/db/schema/search-documents";
import type { HeardRecord } from "@/lib/analysis/derived/earlier-embedding";
import { embeddingOf } from "@/lib/analysis/derived/present-rules";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { effectiveValues } from "@/lib/samples/effective-values";
import { hasDuplicate } from "@/lib/samples/has-duplicate";
import type { DocumentSource } from "./document";

const { title, artist, album, albumArtist, comment, year, rating, genres, keywords } = fileTags;

const exactTime = sql<string>`to_char(${samples.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The parts of a record that are searched. The rest is a hundred times larger, and is not sent. */
type SearchedRecord = Partial<Pick<AnalysisRecord, "instruments" | "genres" | "moods" | "description">> &
  Omit<HeardRecord, "analyserVersion">;
const searchedRecord = sql<SearchedRecord | null>`(
  select jsonb_object_agg(part.key, part.value) from jsonb_each(${analyses.record}) part
  where part.key in ('instruments', 'genres', 'moods', 'description', 'embedding',
    'durationSeconds', 'loudness', 'kind', 'timbre', 'rhythm', 'tempo')
)`;

export interface FoundSource {
  source: DocumentSource;
  embedding: Embedding | null;
}

/** All that is known of these samples, but for those that are deleted or in the trash; in no particular order. */
export async function findSources(tx: Executor, ids: string[]): Promise<FoundSource[]> {
  const { keyTonic, keyMode, bpm, kind, bpmConfidence, keyConfidence, kindConfidence } = effectiveValues;
  const found = await tx
    .select({
      sampleId: samples.id,
      ownerId: samples.ownerId,
      fileName: samples.fileName,
      folderPath: samples.folderPath,
      isFailed: sql<boolean>`${samples.status} = 'failed'`,
      isFavourite: sql<boolean>`${samples.favouritedAt} is not null`,
      addedAt: exactTime,
      sizeBytes: samples.sizeBytes,
      seconds: analyses.durationSeconds,
      lufs: sql<number | null>`coalesce(${analyses.integratedLufs}, ${analyses.ungatedLufs})`,
      ...{ bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, kind, kindConfidence },
      tags: effectiveValues.tags,
      ownTags: effectiveValues.ownTags,
      isDuplicate: hasDuplicate,
      licence: samples.licence,
      aiTraining: samples.aiTraining,
      isCorrected: sql<boolean>`cardinality(${effectiveValues.corrected}) > 0`,
      record: searchedRecord,
      analyserVersion: analyses.analyserVersion,
      file: { title, artist, album, albumArtist, comment, year, rating, genres, keywords },
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(and(inArray(samples.id, ids), isNull(samples.deletedAt)));
  return found.map(({ record, analyserVersion, ...row }) => ({
    source: { ...row, ...heard(record) },
    embedding: record && embeddingOf({ ...record, analyserVersion: analyserVersion ?? "" }),
  }));
}

function heard(record: SearchedRecord | null) {
  const { instruments, genres, moods, description } = record ?? {};
  return {
    instruments: instruments ?? [],
    genres: genres ?? [],
    moods: moods ?? [],
    description: description ?? null,
  };
}

export interface StoredDocument {
  sampleId: string;
  ownerId: string;
  isDeleted: boolean;
  words: string[];
  facets: string[];
  steps: number[];
}

/** The documents as they are now, for comparison. */
export async function findDocuments(tx: Executor, ids: string[]): Promise<StoredDocument[]> {
  const { sampleId, ownerId, isDeleted, facets, document } = searchDocuments;
  const steps = sql<number[]>`${searchDocuments.steps}`;
  return tx
    .select({ sampleId, ownerId, isDeleted, facets, steps, words: sql<string[]>`tsvector_to_array(${document})` })
    .from(searchDocuments)
    .where(inArray(sampleId, ids));
}
