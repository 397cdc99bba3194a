import "server-only";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { AnalysisFailure, failureOf, storedFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import type { CutRegion, WantedRegion } from "@/lib/analysis/regions/cut";
import { queryPool } from "@/lib/analysis/worker/pool";
import { REGION_BYTES_MAX, REGION_ORIGINAL_BYTES_MAX } from "@/lib/downloads/constants";
import type { Snap } from "@/lib/downloads/schema";
import { ok, refused } from "@/lib/errors";
import { type FlagHolder, requireFlag } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { digestObject } from "@/lib/pipeline/steps/object-reader";
import { logger } from "@/lib/platform/logger";
import { headObject } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { inTurn } from "@/lib/similarity/query-sounds/waiting";
import { onBeats } from "./beat-snap";
import { inHeldFolder } from "./held-folder";

export interface CutFile {
  path: string;
  sizeBytes: number;
  startSeconds: number;
  endSeconds: number;
}

/** Files on this machine, until they are released. */
export interface CutFiles {
  fileName: string;
  /** In the order asked for. */
  files: CutFile[];
  release: () => void;
}

export type CutRefusal =
  | { ok: false; reason: "not_found" | "no_original" | "behind_the_end" | "no_beats" | "too_large" | "busy" }
  | { ok: false; reason: "cannot_be_cut"; detail: string };

interface WantedCut {
  sampleId: string;
  regions: readonly Omit<WantedRegion, "toPath">[];
  snap: Snap;
}

/** Where the beats of a sample are. */
export async function findBeats(owner: ActorId, sampleId: string): Promise<number[]> {
  const [found] = await db()
    .select({ beats: sql<number[] | null>`${analyses.record} -> 'beats'` })
    .from(analyses)
    .innerJoin(samples, eq(samples.id, analyses.sampleId))
    .where(and(eq(samples.id, sampleId), eq(samples.ownerId, owner), isNull(samples.deletedAt)));
  return found?.beats ?? [];
}

/** Cuts regions out of a sample's original, in one pass of a worker. */
export async function cutSample(
  owner: FlagHolder,
  { sampleId, regions, snap }: WantedCut,
  signal: AbortSignal,
): Promise<{ ok: true; value: CutFiles } | CutRefusal> {
  await requireFlag(owner, "original-download");
  const sample = await findSampleObjects(owner.id, sampleId);
  if (!sample) return refused("not_found");
  if (!sample.originalKey) return refused("no_original");
  const { originalKey, durationSeconds, fileName } = sample;
  if (regions.some(({ startSeconds }) => startSeconds >= durationSeconds)) return refused("behind_the_end");
  const beats = snap === "beat" ? await findBeats(owner.id, sampleId) : [];
  const wanted: WantedCut["regions"][number][] = [];
  for (const region of regions) {
    const within = { ...region, endSeconds: Math.min(region.endSeconds, durationSeconds) };
    const snapped = snap === "beat" ? onBeats(within, beats, durationSeconds) : within;
    if (!snapped) return refused("no_beats");
    wanted.push({ ...within, ...snapped });
  }
  const stored = await headObject(originalKey);
  if (!stored) return refused("no_original");
  if (stored.sizeBytes > REGION_ORIGINAL_BYTES_MAX) return refused("too_large");
  const cut = await inTurn(owner.id, () => cutStored({ originalKey, wanted, snap, owner: owner.id, signal }));
  if (!cut) return refused("busy");
  return cut.ok ? ok({ ...cut.value, fileName }) : cut;
}

interface StoredCut {
  originalKey: string;
  wanted: WantedCut["regions"];
  snap: Snap;
  owner: string;
  signal: AbortSignal;
}

async function cutStored({ originalKey, wanted, snap, owner, signal }: StoredCut) {
  const { value, release } = await inHeldFolder(async (folder) => {
    const path = join(folder, "original");
    if (!(await digestObject(originalKey, { toPath: path, signal }))) return refused("no_original");
    const regions = wanted.map((region, index) => ({ ...region, toPath: join(folder, `${index}.wav`) }));
    try {
      const options = { isSnapped: snap === "zero", mostBytes: REGION_BYTES_MAX, fairnessKey: owner, signal };
      const { regions: cut } = await queryPool().cut({ path, regions, ...options });
      return await filesOf(regions, cut);
    } catch (error) {
      if (!(error instanceof AnalysisFailure) || OF_THE_SERVER.has(error.code)) throw error;
      logger().info({ code: error.code, detail: error.detail }, "a region that cannot be cut");
      if (error.code === "too_large") return refused("too_large");
      return { ok: false as const, reason: "cannot_be_cut" as const, detail: failureOf(storedFailure(error)).message };
    }
  });
  if (value.ok) return ok({ files: value.value, release });
  release();
  return value;
}

/** Failures of this machine, not of the file. */
const OF_THE_SERVER = new Set<AnalysisFailureCode>(["internal", "missing_file", "unreadable_file", "cancelled"]);

async function filesOf(regions: readonly WantedRegion[], cut: readonly CutRegion[]) {
  const files: CutFile[] = [];
  for (const [index, { toPath }] of regions.entries()) {
    const done = cut[index];
    // The record says that there is sound here, and the file has none.
    if (!done) return refused("behind_the_end");
    files.push({ path: toPath, sizeBytes: (await stat(toPath)).size, ...done });
  }
  return ok(files);
}
