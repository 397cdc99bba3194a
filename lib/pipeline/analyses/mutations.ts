import "server-only";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { TONICS } from "@/lib/music/keys";
import { type ForgottenObject, forgetObjects } from "@/lib/objects/mutations";
import { putObject } from "@/lib/platform/s3";

const IMMUTABLE = "private, max-age=31536000, immutable";

interface RunOverBytes {
  sampleId: string;
  runId: string;
  sha256: string;
}

/** Locks the sample for this run; false where it is no longer its. */
async function lockForRun(tx: Executor, { sampleId, runId }: RunOverBytes): Promise<boolean> {
  const mine = and(eq(samples.id, sampleId), eq(samples.runId, runId), eq(samples.status, "processing"));
  const [row] = await tx
    .select({ id: samples.id })
    .from(samples)
    .where(and(mine, isNull(samples.deletedAt)))
    .for("update");
  return row !== undefined;
}

/**
 * Gives the sample the analysis of the same bytes by the same analyser, whoever uploaded them. True as well where
 * it has one already, from a run that was killed after storing it.
 */
export async function copyAnalysis(run: RunOverBytes): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (!(await lockForRun(tx, run))) return false;
    const [source] = await tx
      .select()
      .from(analyses)
      .where(and(eq(analyses.sha256, run.sha256), eq(analyses.analyserVersion, ANALYSER_VERSION)))
      .orderBy(sql`${analyses.sampleId} = ${run.sampleId} desc`, asc(analyses.createdAt))
      .limit(1);
    if (!source) return false;
    if (source.sampleId !== run.sampleId)
      await writeAnalysis(tx, { ...source, sampleId: run.sampleId, createdAt: new Date() });
    return true;
  });
}

export interface NewAnalysis extends RunOverBytes {
  record: AnalysisRecord;
  pictures: { peaks: Uint8Array; spectrogramPng: Uint8Array } | null;
  analysisSeconds: number;
}

/** Stores the pictures, then the record. Doing it again changes nothing. False where the sample is no longer the run's. */
export async function saveAnalysis(analysis: NewAnalysis): Promise<boolean> {
  const { sampleId, sha256, record, pictures, analysisSeconds } = analysis;
  if (!pictures) throw new Error("an analysis for the library comes with pictures");
  const { analyserVersion } = record;
  const folder = `artefacts/${sha256}/${analyserVersion}`;
  const [peaksKey, spectrogramKey] = [`${folder}/peaks.bin`, `${folder}/spectrogram.png`];
  // Noted before they are written: should this process die in between, the sweep finds them unused.
  await forgetObjects(
    db(),
    [peaksKey, spectrogramKey].map((objectKey) => ({ objectKey, sha256 })),
  );
  await Promise.all([
    putObject(peaksKey, pictures.peaks, { contentType: "application/octet-stream", cacheControl: IMMUTABLE }),
    putObject(spectrogramKey, pictures.spectrogramPng, { contentType: "image/png", cacheControl: IMMUTABLE }),
  ]);
  return db().transaction(async (tx) => {
    if (!(await lockForRun(tx, analysis))) return false;
    const columns = { sampleId, sha256, analyserVersion, record, peaksKey, spectrogramKey, analysisSeconds };
    await writeAnalysis(tx, { ...columns, ...sortableColumns(record) });
    return true;
  });
}

/** One row a sample; what a newer analysis replaces leaves its pictures to the sweep. */
async function writeAnalysis(tx: Executor, row: typeof analyses.$inferInsert): Promise<void> {
  const { peaksKey, spectrogramKey, sha256, sampleId } = analyses;
  const replaced = await tx
    .select({ peaksKey, spectrogramKey, sha256 })
    .from(analyses)
    .where(and(eq(sampleId, row.sampleId), ne(peaksKey, row.peaksKey)));
  const { sampleId: _, ...changes } = row;
  await tx.insert(analyses).values(row).onConflictDoUpdate({ target: sampleId, set: changes });
  const left = replaced.flatMap((old): ForgottenObject[] =>
    [old.peaksKey, old.spectrogramKey].map((objectKey) => ({ objectKey, sha256: old.sha256 })),
  );
  await forgetObjects(tx, left);
}

/** Copies of what the library sorts and filters by. */
function sortableColumns({ durationSeconds, tempo, key, loudness }: AnalysisRecord) {
  return {
    durationSeconds,
    bpm: tempo?.bpm ?? null,
    bpmConfidence: tempo?.confidence ?? null,
    keyTonic: key ? TONICS.indexOf(key.tonic) : null,
    keyMode: key?.mode ?? null,
    keyConfidence: key?.confidence ?? null,
    integratedLufs: loudness.integratedLufs,
  };
}
