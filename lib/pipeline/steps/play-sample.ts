import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { mostCopyBytes } from "@/lib/analysis/playable/copy-size";
import { HEAD_BYTES, type Playback, playbackOf } from "@/lib/analysis/playable/playback";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { analysisPool, type CopyInput } from "@/lib/analysis/worker/pool";
import { NotShort } from "@/lib/analysis/worker/worker-process";
import type { CopyResult } from "@/lib/analysis/worker/worker-protocol";
import { countTry, keepOriginal, savePlayable, sharePlayable } from "@/lib/pipeline/playable/jobs";
import { findUndecided, listUndecided, type UndecidedSample } from "@/lib/pipeline/playable/lookups";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { readObjectRange } from "@/lib/platform/s3";
import { hasTemporaryRoom } from "@/lib/platform/storage-room";
import { laneOf } from "@/lib/samples/lane";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { mayPass } from "./passing-failures";
import { withTemporaryFolder } from "./temporary-folder";

/**
 * How the sample is heard from now on. `later`: nothing is decided, and the sweep tries it again. `superseded`: another
 * run owns it, or it is gone.
 */
export type Played = { outcome: "original" | "shared" | "copied" | "no_copy" | "decided" | "later" | "superseded" };

/** The next wait of the executor could be longer than a lease, and the analysis is complete without a copy. */
const ATTEMPTS = 2;
/** If workers fail so often, it is the file. */
const MOST_TRIES = 5;

/**
 * A step of the pipeline: a sample that some browser cannot play gets a copy that all of them play. `attempt` counts
 * from 0.
 */
export async function playSample(run: RunOf & { attempt: number }): Promise<Played> {
  try {
    return await whileLeased(run, (lost) => makePlayable(run.sampleId, lost));
  } catch (error) {
    if (run.attempt + 1 < ATTEMPTS) throw error;
    return later(run.sampleId, error);
  }
}

/** The same for a sample that was analysed before there were copies, or that was put off. */
export async function playOldSample(sampleId: string): Promise<Played> {
  try {
    return await makePlayable(sampleId);
  } catch (error) {
    return later(sampleId, error);
  }
}

async function later(sampleId: string, error: unknown): Promise<Played> {
  logger().warn({ err: error, sampleId }, "a playable copy could not be made now");
  if (error instanceof AnalysisFailure) await countTry(sampleId);
  return { outcome: "later" };
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
  if (!(await hasTemporaryRoom(sample.sizeBytes + mostCopyBytes(sample))))
    return later(sampleId, new Error("the folder for temporary files has no room for a copy"));
  try {
    return await withTemporaryFolder((folder) => copyInFolder(sample, playback, folder, signal));
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    if (mayPass(error.code) && sample.tries < MOST_TRIES) throw error;
    // The analysis is complete without a copy, so this must not fail it.
    logger().warn({ sampleId, code: error.code, detail: error.detail }, "no playable copy could be made");
    await keepOriginal(sample);
    return { outcome: "no_copy" };
  }
}

/**
 * Decides for samples that were analysed before there was this rule, or that were put off. Returns those that need more
 * than a look at their first bytes, at most `copies`.
 */
export async function decideUndecided(limits: { looks: number; copies: number }): Promise<string[]> {
  const waiting: string[] = [];
  for (const sample of await listUndecided(limits.looks)) {
    if (waiting.length >= limits.copies) break;
    // One that cannot be looked at now must not hold up the others. The next step sees why.
    const playback = await playbackOfStored(sample).catch(() => "ask" as const);
    if (playback === "original") await keepOriginal(sample);
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
  const { sizeBytes } = await copyInLane(input, (sample.lane ?? laneOf(stored.sizeBytes)) === "quick");
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
