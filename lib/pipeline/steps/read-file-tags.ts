import "server-only";
import { join } from "node:path";
import { NO_FILE_TAGS } from "@/lib/analysis/file-tags/schema";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { analysisPool } from "@/lib/analysis/worker/pool";
import { NotShort } from "@/lib/analysis/worker/worker-process";
import type { TagsResult } from "@/lib/analysis/worker/worker-protocol";
import { saveFileTags, shareFileTags } from "@/lib/pipeline/file-tags/jobs";
import { findUnread, listUnread, type UnreadSample } from "@/lib/pipeline/file-tags/lookups";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { laneOf } from "@/lib/samples/lane";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { withTemporaryFolder } from "./temporary-folder";

export type TagsRead = { outcome: "read" | "shared" | "already_read" | "failed" | "superseded" };

/** Also the answer for a file whose tags take too much time or memory: it is not asked again. */
const UNREADABLE: TagsResult = { tags: { ...NO_FILE_TAGS, notes: ["damaged_tags"] }, coverWebp: null };

/** A step of the pipeline: what the file says about itself. It never fails the analysis, which is complete without. */
export async function readFileTags(run: RunOf): Promise<TagsRead> {
  return whileLeased(run, (lost) => readOnce(run.sampleId, lost));
}

/** The same for samples that were analysed before tags were read. What fails now is tried again by the next sweep. */
export async function readUnreadTags(limit: number): Promise<{ found: number; failed: number }> {
  const ids = await listUnread(limit);
  let failed = 0;
  for (const sampleId of ids) {
    if ((await readOnce(sampleId)).outcome === "failed") failed += 1;
  }
  return { found: ids.length, failed };
}

async function readOnce(sampleId: string, signal?: AbortSignal): Promise<TagsRead> {
  try {
    const sample = await findUnread(sampleId);
    if (!sample) return { outcome: "already_read" };
    if (await shareFileTags(sample)) return { outcome: "shared" };
    await saveFileTags(sample, await withTemporaryFolder((folder) => readInFolder(sample, folder, signal)));
    return { outcome: "read" };
  } catch (error) {
    if (signal?.aborted) throw error;
    logger().warn({ err: error, sampleId }, "a file's tags could not be read now");
    return { outcome: "failed" };
  }
}

async function readInFolder(sample: UnreadSample, folder: string, signal?: AbortSignal): Promise<TagsResult> {
  const path = join(folder, "original");
  const stored = await digestObject(sample.objectKey, { toPath: path, signal });
  if (stored?.sha256 !== sample.sha256) return UNREADABLE;
  const input = { path, fairnessKey: sample.ownerId, signal };
  const pool = analysisPool({ quickLane: true });
  try {
    return await pool.readTags({ ...input, isShort: laneOf(stored.sizeBytes) === "quick" });
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    logger().warn({ sampleId: sample.sampleId, code: error.code, detail: error.detail }, "tags that cannot be read");
    return error instanceof NotShort ? pool.readTags(input).catch(unreadable) : UNREADABLE;
  }
}

function unreadable(error: unknown): TagsResult {
  if (!(error instanceof AnalysisFailure)) throw error;
  return UNREADABLE;
}
