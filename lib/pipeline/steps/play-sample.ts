import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { HEAD_BYTES, type Playback, playbackOf } from "@/lib/analysis/playable/playback";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { analysisPool, type CopyInput } from "@/lib/analysis/worker/pool";
import { NotShort } from "@/lib/analysis/worker/worker-process";
import type { CopyResult } from "@/lib/analysis/worker/worker-protocol";
import { keepOriginal, savePlayable, sharePlayable } from "@/lib/pipeline/playable/jobs";
import { findUndecided, listUndecided, type UndecidedSample } from "@/lib/pipeline/playable/lookups";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { readObjectRange } from "@/lib/platform/s3";
import { laneOf } from "@/lib/samples/lane";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { withTemporaryFolder } from "./temporary-folder";

/** How the sample is heard from now on. `superseded`: another run owns it, or it is gone. */
export type Played = { outcome: "original" | "shared" | "copied" | "no_copy" | "decided" | "superseded" };

/** A step of the pipeline: a sample that some browser cannot play gets a copy that all of them play. */
export async function playSample(run: RunOf): Promise<Played> {
  return whileLeased(run, (lost) => makePlayable(run.sampleId, lost));
}

/** The same for a sample that was analysed before there were copies. What fails now is tried again by the next sweep. */
export async function playOldSample(sampleId: string): Promise<Played | { outcome: "failed" }> {
  try {
    return await makePlayable(sampleId);
  } catch (error) {
    logger().warn({ err: error, sampleId }, "a playable copy could not be made now");
    return { outcome: "failed" };
  }
}

async function makePlayable(sampleId: string, signal?: AbortSignal): Promise<Played> {
  const sample = await findUndecided(sampleId);
  if (!sample) return { outcome: "decided" };
  const playback = await playbackOfStored(sample);
  if (playback === "original") {
    await keepOriginal(sample);
    return { outcome: "original" };
  }
  if (await sharePlayable(sample)) return { outcome: "shared" };
  try {
    return await withTemporaryFolder((folder) => copyInFolder(sample, playback, folder, signal));
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    // The analysis is complete without a copy, so this must not fail it.
    logger().warn({ sampleId, code: error.code, detail: error.detail }, "no playable copy could be made");
    await keepOriginal(sample);
    return { outcome: "no_copy" };
  }
}

/**
 * Decides for samples that were analysed before there was this rule. Returns those that need more than a look at their
 * first bytes, at most `copies`.
 */
export async function decideUndecided(limits: { looks: number; copies: number }): Promise<string[]> {
  const waiting: string[] = [];
  for (const sample of await listUndecided(limits.looks)) {
    if (waiting.length >= limits.copies) break;
    if ((await playbackOfStored(sample)) === "original") await keepOriginal(sample);
    else waiting.push(sample.sampleId);
  }
  return waiting;
}

/** A file that is gone cannot be copied either. */
async function playbackOfStored(sample: UndecidedSample): Promise<Playback> {
  const range = { offsetBytes: 0, lengthBytes: HEAD_BYTES };
  const head = sample.originalKey && (await readObjectRange(sample.originalKey, range));
  return head ? playbackOf({ ...sample, head }) : "original";
}

async function copyInFolder(
  sample: UndecidedSample,
  playback: Playback,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Played> {
  const [path, toPath] = [join(folder, "original"), join(folder, "copy.flac")];
  const stored = sample.originalKey && (await digestObject(sample.originalKey, { toPath: path, signal }));
  if (!stored || stored.sha256 !== sample.sha256)
    throw new AnalysisFailure("damaged_file", "the object is not what was analysed");
  const input = { path, toPath, fairnessKey: sample.ownerId, onlyIfChained: playback === "ask", signal };
  const { sizeBytes } = await copyInLane(input, laneOf(stored.sizeBytes) === "quick");
  if (sizeBytes === null) {
    await keepOriginal(sample);
    return { outcome: "original" };
  }
  await savePlayable(sample, createReadStream(toPath));
  return { outcome: "copied" };
}

/** Like the analysis, the copy of a short file waits for no long one. What only looked short begins again among them. */
async function copyInLane(input: CopyInput, isShort: boolean): Promise<CopyResult> {
  const pool = analysisPool({ quickLane: true });
  try {
    return await pool.copy({ ...input, isShort });
  } catch (error) {
    if (!(error instanceof NotShort)) throw error;
    return pool.copy(input);
  }
}
