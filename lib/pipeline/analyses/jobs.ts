import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { underPresentRules, WORDS_VERSION } from "@/lib/analysis/derived/present-rules";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import { overviewText } from "@/lib/analysis/record/overview";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { asSystem } from "@/lib/audit/sources";
import { isClaimed } from "@/lib/format/confidence";
import { TONICS } from "@/lib/music/keys";
import * as objectKeys from "@/lib/objects/object-keys";
import { lockForRun, type RunOf } from "@/lib/pipeline/runs/writes";
import { putObject } from "@/lib/platform/s3";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";

const IMMUTABLE = "private, max-age=31536000, immutable";

interface RunOverBytes extends RunOf {
  sha256: string;
}

/**
 * Copies to the sample the analysis of the same bytes by the same analyser, whoever uploaded them. Also returns true if
 * the sample already has one, from a run that was killed after storing it. If it is analysed again, only what was
 * analysed since somebody asked for that will do.
 */
export async function copyAnalysis(run: RunOverBytes): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    if (!(await lockForRun(work, run))) return false;
    const [source] = await work.tx
      .select()
      .from(analyses)
      .where(
        and(
          eq(analyses.sha256, run.sha256),
          eq(analyses.analyserVersion, ANALYSER_VERSION),
          sql`${analyses.createdAt} >= coalesce(
            (select ${samples.reanalysisAskedAt} from ${samples} where ${samples.id} = ${run.sampleId}), '-infinity')`,
        ),
      )
      .orderBy(sql`${analyses.sampleId} = ${run.sampleId} desc`, asc(analyses.createdAt))
      .limit(1);
    if (!source) return false;
    if (source.sampleId !== run.sampleId)
      await writeAnalysis(work, { ...source, sampleId: run.sampleId, createdAt: new Date() });
    return true;
  });
}

export interface NewAnalysis extends RunOverBytes {
  record: AnalysisRecord;
  pictures: { peaks: Uint8Array; spectrogramPng: Uint8Array } | null;
  analysisSeconds: number;
}

/** Stores the pictures, then the record. Can be repeated safely. Returns false if the run no longer owns the sample. */
export async function saveAnalysis(analysis: NewAnalysis): Promise<boolean> {
  const { sampleId, sha256, record, pictures, analysisSeconds } = analysis;
  if (!pictures) throw new Error("an analysis for the library needs pictures");
  const { analyserVersion } = record;
  const overview = overviewText(decodePeaks(new Uint8Array(pictures.peaks).buffer));
  const peaksKey = objectKeys.peaksKey(sha256, analyserVersion);
  const spectrogramKey = objectKeys.spectrogramKey(sha256, analyserVersion);
  // Recorded before they are written: if this process dies in between, the sweep finds that nothing refers to them.
  await inTransaction(asSystem(), (work) =>
    work.forget({ objectKey: peaksKey, sha256 }, { objectKey: spectrogramKey, sha256 }),
  );
  await Promise.all([
    putObject(peaksKey, pictures.peaks, { contentType: "application/octet-stream", cacheControl: IMMUTABLE }),
    putObject(spectrogramKey, pictures.spectrogramPng, { contentType: "image/png", cacheControl: IMMUTABLE }),
  ]);
  return inTransaction(asSystem(), async (work) => {
    if (!(await lockForRun(work, analysis))) return false;
    const made = { analysisSeconds, createdAt: new Date() };
    const columns = { sampleId, sha256, analyserVersion, record, peaksKey, spectrogramKey, ...made };
    await writeAnalysis(work, { ...columns, ...sortableColumns(record), overview });
    return true;
  });
}

/**
 * Each sample has one row. When a newer analysis replaces it, the sweep deletes the old pictures. A playable copy is of
 * the bytes, whichever version analysed them, so it stays as long as they are the same and the same parts of them are
 * measured.
 */
async function writeAnalysis(work: Work, row: typeof analyses.$inferInsert): Promise<void> {
  const { peaksKey, spectrogramKey, playableKey, sha256, sampleId } = analyses;
  const keys = { peaksKey, spectrogramKey, playableKey };
  const [old] = await work.tx
    .select({ keys, sha256, record: analyses.record })
    .from(analyses)
    .where(eq(sampleId, row.sampleId));
  const { sampleId: _, ...changes } = row;
  const isSame = old?.sha256 === row.sha256 && isDeepStrictEqual(heardParts(old.record), heardParts(row.record));
  const undecided = isSame ? {} : { playableKey: null, playableVersion: 0, playableTries: 0 };
  const [written] = await work.tx
    .insert(analyses)
    .values(row)
    .onConflictDoUpdate({ target: sampleId, set: { ...undecided, ...changes } })
    .returning(keys);
  const kept = Object.values(written ?? {});
  for (const objectKey of Object.values(old?.keys ?? {})) {
    if (objectKey && !kept.includes(objectKey)) work.forget({ objectKey, sha256: old?.sha256 });
  }
}

/** What of a record tells which parts of the bytes a playable copy has. */
function heardParts(record: unknown): Pick<AnalysisRecord, "partial" | "isJoined"> {
  const { partial = [], isJoined } = record as AnalysisRecord;
  return { partial, isJoined };
}

/** Copies of the values by which the library sorts and filters, and which its rows show. */
function sortableColumns(record: AnalysisRecord) {
  const { durationSeconds, tempo, loudness, kind, tags } = record;
  const heard = keyOrNote(record);
  const key = heard.has === "key" ? heard.key : null;
  return {
    durationSeconds,
    bpm: tempo?.bpm ?? null,
    bpmConfidence: tempo?.confidence ?? null,
    keyTonic: key ? TONICS.indexOf(key.tonic) : null,
    keyMode: key?.mode ?? null,
    keyConfidence: key?.confidence ?? null,
    note: heard.has === "note" ? heard.pitch.note : null,
    noteConfidence: heard.has === "note" ? heard.pitch.confidence : null,
    kind: kind?.label ?? null,
    kindConfidence: kind?.confidence ?? null,
    tags,
    instruments: (record.instruments ?? []).filter(isClaimed).map(({ label }) => label),
    wordsVersion: WORDS_VERSION,
    integratedLufs: loudness.integratedLufs,
    ungatedLufs: loudness.ungatedLufs ?? null,
  };
}

/**
 * Chooses the tags anew where they follow an older rule, so that lists agree with the pages. The record itself stays as
 * it was measured. Returns how many rows it has looked at.
 */
export async function renewTags(limit: number): Promise<number> {
  return inTransaction(asSystem(), async ({ tx }) => {
    const old = await tx
      .select({ sampleId: analyses.sampleId, record: analyses.record, tags: analyses.tags })
      .from(analyses)
      .where(lt(analyses.wordsVersion, WORDS_VERSION))
      .limit(limit)
      // A new analysis of the same sample must not get the tags of the old one.
      .for("update", { skipLocked: true });
    for (const { sampleId, record, tags: stored } of old) {
      const { tags } = underPresentRules(record as AnalysisRecord);
      if (tags.join() !== stored.join()) await tx.update(analyses).set({ tags }).where(eq(analyses.sampleId, sampleId));
    }
    const seen = old.map(({ sampleId }) => sampleId);
    if (seen.length > 0)
      await tx.update(analyses).set({ wordsVersion: WORDS_VERSION }).where(inArray(analyses.sampleId, seen));
    return seen.length;
  });
}
