import "server-only";
import { join } from "node:path";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { analysisPool } from "@/lib/analysis/worker/pool";
import { NotShort } from "@/lib/analysis/worker/worker-process";
import type { Lane } from "@/lib/events/sample-event";
import { originalKey } from "@/lib/objects/object-keys";
import { saveAnalysis } from "@/lib/pipeline/analyses/jobs";
import { failSample, moveToFullLane } from "@/lib/pipeline/runs/jobs";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";
import { laneOf } from "@/lib/samples/lane";
import { whileLeased } from "./lease";
import { digestObject } from "./object-reader";
import { withTemporaryFolder } from "./temporary-folder";

export type Analyzed =
  | { outcome: "analysed"; analysisSeconds: number }
  | { outcome: "failed"; code: AnalysisFailureCode }
  /** It took the worker for short files too long, and waits again among the long ones. */
  | { outcome: "moved_to_full_lane" }
  | { outcome: "superseded" };

/** How often to retry failures that may be the machine's fault. All others are the file's and final at once. */
const RETRIES: Partial<Record<AnalysisFailureCode, number>> = {
  out_of_memory: 1,
  decoder_crashed: 1,
  timed_out: 1,
  internal: 3,
};

/** These are about the temporary copy, never about the uploaded file, so they are retried like an outage. */
const OUR_OWN_DISK = new Set<AnalysisFailureCode>(["missing_file", "unreadable_file"]);

/** Runs the engine on a temporary copy of the original and stores the result. `attempt` counts from 0. */
export async function analyzeSample(
  run: RunOf & { ownerId: string; sha256: string; lane?: Lane | undefined; attempt: number },
): Promise<Analyzed> {
  try {
    return await whileLeased(run, (lost) => withTemporaryFolder((folder) => analyzeInFolder(run, folder, lost)));
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    if (error instanceof NotShort) {
      await moveToFullLane(run);
      return { outcome: "moved_to_full_lane" };
    }
    if (OUR_OWN_DISK.has(error.code)) throw error;
    if (run.attempt < (RETRIES[error.code] ?? 0)) throw error;
    logger().info({ sampleId: run.sampleId, code: error.code, detail: error.detail }, "file refused");
    await failSample(run, error, { deleteObject: error.code !== "internal" });
    return { outcome: "failed", code: error.code };
  }
}

async function analyzeInFolder(
  run: RunOf & { ownerId: string; sha256: string; lane?: Lane | undefined },
  folder: string,
  signal: AbortSignal,
): Promise<Analyzed> {
  const path = join(folder, "original");
  const content = await digestObject(originalKey(run.sampleId), { toPath: path, signal });
  // The signed URL may still accept writes, so bytes other than the verified ones must not be analysed under their
  // hash.
  if (content?.sha256 !== run.sha256)
    throw new AnalysisFailure("damaged_file", "the object changed after it was verified");
  const isShort = (run.lane ?? laneOf(content.sizeBytes)) === "quick";
  const pool = analysisPool({ quickLane: true });
  const result = await pool.analyze({ path, fairnessKey: run.ownerId, isShort, pictures: true, signal });
  const saved = await saveAnalysis({ ...run, ...result });
  return saved ? { outcome: "analysed", analysisSeconds: result.analysisSeconds } : { outcome: "superseded" };
}
