import "server-only";
import { join } from "node:path";
import { NO_FILE_TAGS } from "@/lib/analysis/file-tags/schema";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { analysisPool, type TagsInput } from "@/lib/analysis/worker/pool";
import { NotShort } from "@/lib/analysis/worker/worker-process";
import type { TagsResult } from "@/lib/analysis/worker/worker-protocol";
import { AppError } from "@/lib/errors";
import { saveFileTags, shareFileTags } from "@/lib/pipeline/file-tags/jobs";
import { findUnread, listUnread, type UnreadSample } from "@/lib/pipeline/file-tags/lookups";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { laneOf } from "@/lib/samples/lane";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { withTemporaryFolder } from "./temporary-folder";

/** A sample's tags after the step. `superseded`: another run owns it, or it is gone. */
export type TagsRead = { outcome: "read" | "shared" | "already_read" | "failed" | "superseded" };

/** Failures that are the file's: it is not asked again. All others are the machine's. */
const OF_THE_FILE = new Set<AnalysisFailureCode>(["timed_out", "out_of_memory", "decoder_crashed"]);
const UNREADABLE: TagsResult = { tags: { ...NO_FILE_TAGS, notes: ["damaged_tags"] }, coverWebp: null };

/** A step of the pipeline: what the file says about itself. It never fails the analysis, which is complete without. */
export async function readFileTags(run: RunOf): Promise<TagsRead> {
  return whileLeased(run, (lost) => readOnce(run.sampleId, lost));
}

/** Analysed samples whose tags nobody has read. */
export function findUntagged(limit: number): Promise<string[]> {
  return listUnread(limit);
}

/**
 * The same for samples that were analysed before tags were read. What fails now is tried again by the next sweep.
 * Returns how many were read.
 */
export async function readTagsOf(sampleIds: readonly string[]): Promise<number> {
  let read = 0;
  for (const sampleId of sampleIds) {
    if ((await readOnce(sampleId)).outcome !== "failed") read += 1;
  }
  return read;
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
  if (!stored) throw new AppError("storage_unavailable", { message: "the original is missing" });
  if (stored.sha256 !== sample.sha256) return UNREADABLE;
  const input = { path, cover: true, fairnessKey: sample.ownerId, signal };
  try {
    return await readInLane(input, laneOf(stored.sizeBytes) === "quick");
  } catch (error) {
    if (!(error instanceof AnalysisFailure) || !OF_THE_FILE.has(error.code)) throw error;
    logger().warn({ sampleId: sample.sampleId, code: error.code, detail: error.detail }, "tags that cannot be read");
    return UNREADABLE;
  }
}

/** Like the analysis, a short file waits for no long one. What only looked short begins again among them. */
async function readInLane(input: TagsInput, isShort: boolean): Promise<TagsResult> {
  const pool = analysisPool({ quickLane: true });
  try {
    return await pool.readTags({ ...input, isShort });
  } catch (error) {
    if (!(error instanceof NotShort)) throw error;
    return pool.readTags(input);
  }
}
