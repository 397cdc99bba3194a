import "server-only";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { querySounds } from "@/db/schema/query-sounds";
import { AnalysisFailure, failureOf, storedFailure } from "@/lib/analysis/record/failures";
import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisFailureCode, AnalysisRecord } from "@/lib/analysis/record/schema";
import { queryPool } from "@/lib/analysis/worker/pool";
import type { HearResult } from "@/lib/analysis/worker/worker-protocol";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { TONICS } from "@/lib/music/keys";
import { digestObject } from "@/lib/pipeline/steps/object-reader";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";
import { logger } from "@/lib/platform/logger";
import { headObject } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { toStoredVector } from "@/lib/search-documents/stored-vector";
import { inTransaction } from "@/lib/work/unit-of-work";
import {
  FLOOR_DB,
  HEARD_SECONDS_MAX,
  QUERY_SOUND_BYTES_MAX,
  QUERY_SOUND_KEPT_SECONDS,
  QUERY_SOUNDS_MAX,
  type QuerySource,
  REGION_ORIGINAL_BYTES_MAX,
} from "./constants";
import { type AudioSource, type Region, regionSchema } from "./schema";
import { inTurn } from "./waiting";

/** Why a sound cannot be searched with. `code` and `message` say what is wrong with a file. */
export type NotHeard =
  | { ok: false; reason: "silent_sound" | "too_short_sound" | "too_large" | "busy" }
  | { ok: false; reason: "cannot_be_heard"; code: string; message: string };

type Heard = { ok: true; value: { id: string } } | NotHeard;

/**
 * Measures a recording or a file, to search with. The bytes are gone when this returns; what was measured is kept for a
 * day. At most a minute is heard.
 */
export async function hearSound(
  ctx: Ctx,
  bytes: Uint8Array,
  source: AudioSource,
  signal?: AbortSignal,
): Promise<Heard> {
  requirePermission(ctx.actor, "search:similarity");
  await requireFlag(ctx.actor, "similarity");
  if (bytes.length > QUERY_SOUND_BYTES_MAX) return refused("too_large");
  return waitingInTurn(ctx, () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, "sound");
      await writeFile(path, bytes);
      const heard = await heardAs(ctx, source, { path, region: null, signal });
      return heard.ok ? keep(ctx, { source }, heard.record, heard.facts) : heard;
    }),
  );
}

/** The same with a part of one of the person's samples, decoded from its original. */
export async function hearRegion(
  ctx: Ctx,
  { sampleId, ...input }: Region & { sampleId: string },
  signal?: AbortSignal,
): Promise<Heard | { ok: false; reason: "not_found" | "no_original" | "behind_the_end" }> {
  requirePermission(ctx.actor, "search:similarity");
  await requireFlag(ctx.actor, "similarity");
  const { startSeconds, endSeconds: wanted } = regionSchema.parse(input);
  const sample = await findSampleObjects(ctx.actor.id, sampleId);
  if (!sample) return refused("not_found");
  if (!sample.originalKey) return refused("no_original");
  if (startSeconds >= sample.durationSeconds) return refused("behind_the_end");
  const endSeconds = Math.min(wanted, sample.durationSeconds);
  const { originalKey } = sample;
  const stored = await headObject(originalKey);
  if (!stored) return refused("no_original");
  if (stored.sizeBytes > REGION_ORIGINAL_BYTES_MAX) return refused("too_large");
  return waitingInTurn(ctx, () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, "original");
      if (!(await digestObject(originalKey, { toPath: path, signal }))) return refused("no_original");
      const region = { startSeconds, endSeconds };
      const heard = await heardAs(ctx, "region", { path, region, signal });
      return heard.ok ? keep(ctx, { source: "region", sampleId, ...region }, heard.record, heard.facts) : heard;
    }),
  );
}

async function waitingInTurn<T>(ctx: Ctx, work: () => Promise<T>): Promise<T | { ok: false; reason: "busy" }> {
  return (await inTurn(ctx.actor.id, work)) ?? refused("busy");
}

type Facts = typeof querySounds.$inferInsert.facts;

async function heardAs(
  ctx: Ctx,
  source: QuerySource,
  file: { path: string; region: Region | null; signal: AbortSignal | undefined },
): Promise<{ ok: true; record: AnalysisRecord; facts: Facts } | NotHeard> {
  const limits = { mostSeconds: HEARD_SECONDS_MAX, floorDb: FLOOR_DB[source] };
  let result: HearResult;
  try {
    result = await queryPool().hear({ ...file, ...limits, fairnessKey: ctx.actor.id });
  } catch (error) {
    if (!(error instanceof AnalysisFailure) || OF_THE_SERVER.has(error.code)) throw error;
    logger().info({ code: error.code, detail: error.detail }, "a sound that cannot be searched with");
    return { ok: false, reason: "cannot_be_heard", ...failureOf(storedFailure(error)) };
  }
  if (result.outcome === "silent") return refused("silent_sound");
  if (result.outcome === "too_short") return refused("too_short_sound");
  const { record, heardSeconds, isCut } = result;
  return { ok: true, record, facts: { heardSeconds, isCut, ...musicOf(record) } };
}

/** Failures of this machine, not of what was sent. */
const OF_THE_SERVER = new Set<AnalysisFailureCode>(["internal", "missing_file", "unreadable_file"]);

function musicOf(record: AnalysisRecord): Omit<Facts, "heardSeconds" | "isCut"> {
  const found = keyOrNote(record);
  const key = found.has === "key" ? { tonic: TONICS.indexOf(found.key.tonic), mode: found.key.mode } : null;
  const note = found.has === "note" ? found.pitch.note : null;
  return { bpm: record.tempo?.bpm ?? null, key, note, kind: record.kind?.label ?? null };
}

type Origin = Pick<typeof querySounds.$inferInsert, "source" | "sampleId" | "startSeconds" | "endSeconds">;

async function keep(ctx: Ctx, origin: Origin, record: AnalysisRecord, facts: Facts) {
  const { embedding } = record;
  if (!embedding) return refused("silent_sound");
  const id = uuidv7();
  const ownerId = ctx.actor.id;
  await inTransaction(ctx, async ({ tx }) => {
    const expiresAt = sql`now() + make_interval(secs => ${QUERY_SOUND_KEPT_SECONDS})`;
    const vector = toStoredVector(embedding);
    await tx.insert(querySounds).values({ id, ownerId, ...origin, vector, facts, expiresAt });
    const old = tx
      .select({ id: querySounds.id })
      .from(querySounds)
      .where(eq(querySounds.ownerId, ownerId))
      .orderBy(desc(querySounds.createdAt), desc(querySounds.id))
      .offset(QUERY_SOUNDS_MAX);
    await tx.delete(querySounds).where(and(eq(querySounds.ownerId, ownerId), inArray(querySounds.id, old)));
  });
  return ok({ id });
}
