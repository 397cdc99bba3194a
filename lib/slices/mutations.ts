import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { and, eq } from "drizzle-orm";
import { sampleOrigins, slices } from "@/db/schema/slices";
import { safePart } from "@/lib/archives/archive-paths";
import { type CutFile, type CutRefusal, cutSample } from "@/lib/downloads/regions/data";
import { partName } from "@/lib/downloads/regions/region-name";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { sendFile } from "@/lib/platform/s3-upload";
import { lockOwnSamples } from "@/lib/samples/writes";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";
import { findUpload } from "@/lib/uploads/data";
import { beginUpload, cancelUpload, completeUpload } from "@/lib/uploads/mutations";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findMade, listSlices } from "./data";
import {
  type MadeSample,
  type MakeSamples,
  makeSamplesSchema,
  type SaveSlices,
  type Slice,
  saveSlicesSchema,
} from "./schema";

/** Stores the slices of a sample in place of those before. The later of two pages wins. */
export async function saveSlices(ctx: Ctx, input: SaveSlices): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "samples:update");
  const { sampleId, slices: wanted } = saveSlicesSchema.parse(input);
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    const { ids } = await lockOwnSamples(work, ownerId, [sampleId]);
    if (ids.length === 0) return refused("not_found");
    await work.tx.delete(slices).where(and(eq(slices.sampleId, sampleId), eq(slices.ownerId, ownerId)));
    if (wanted.length > 0)
      await work.tx.insert(slices).values(wanted.map((slice) => ({ ...slice, sampleId, ownerId })));
    return ok(null);
  });
}

/**
 * Makes samples of slices: each is cut out of the original, and comes into the library as an upload does, with its analysis.
 * They remember where they are from. A slice that was made into a sample before is not made again.
 */
export async function makeSamples(
  ctx: Ctx,
  input: MakeSamples,
  { origin, signal }: { origin: string; signal: AbortSignal },
): Promise<{ ok: true; value: MadeSample[] } | CutRefusal> {
  requirePermission(ctx.actor, "samples:upload");
  const { sampleId, sliceIds, snap } = makeSamplesSchema.parse(input);
  const all = await listSlices(ctx.actor.id, sampleId);
  if (!all) return refused("not_found");
  const wanted = all.filter(({ id }) => sliceIds.includes(id));
  const results = new Map<string, Omit<MadeSample, "sliceId">>();
  for (const { id, madeSampleId } of wanted) {
    if (madeSampleId) results.set(id, { result: "exists", sampleId: madeSampleId });
  }
  const left = wanted.filter(({ id }) => !results.has(id));
  if (left.length > 0) {
    const cut = await cutSample(ctx.actor, { sampleId, regions: left.map(partOf), snap }, signal);
    if (!cut.ok) return cut;
    const { fileName, files, release } = cut.value;
    try {
      for (const [index, slice] of left.entries()) {
        const file = files[index];
        if (file) results.set(slice.id, await makeSample(ctx, { parentId: sampleId, fileName, slice, file, origin }));
      }
    } finally {
      release();
    }
  }
  return ok(
    sliceIds.map((sliceId) => ({ sliceId, ...(results.get(sliceId) ?? { result: "not_found", sampleId: null }) })),
  );
}

const partOf = ({ startSeconds, endSeconds }: Slice) => ({ startSeconds, endSeconds });

interface OneSlice {
  parentId: string;
  fileName: string;
  slice: Slice;
  file: CutFile;
  origin: string;
}

async function makeSample(
  ctx: Ctx,
  { parentId, fileName, slice, file, origin }: OneSlice,
): Promise<Omit<MadeSample, "sliceId">> {
  if (file.sizeBytes > MAX_FILE_BYTES) return { result: "no_room", sampleId: null };
  const begun = await beginUpload(
    ctx,
    {
      fileName: partName(fileName, safePart(slice.name)),
      sizeBytes: file.sizeBytes,
      declaredType: "audio/wav",
      sha256: await sha256Of(file.path),
    },
    origin,
  );
  if (!begun.ok) {
    if (begun.reason === "already_owned") return { result: "exists", sampleId: begun.sampleId };
    return { result: begun.reason === "quota_exceeded" ? "quota_exceeded" : "no_room", sampleId: null };
  }
  const { uploadId, sampleId } = begun.value;
  const part = { parentId, ...partOf(slice) };
  if (!(await claimPart(ctx, sampleId, part))) {
    // Another page was faster.
    await cancelUpload(ctx, uploadId);
    const made = await findMade(ctx.actor.id, part);
    return { result: "exists", sampleId: made?.sampleId ?? null };
  }
  try {
    const upload = await findUpload(ctx.actor.id, uploadId);
    if (!upload?.multipartUploadId) return { result: "not_found", sampleId: null };
    const { objectKey: key, multipartUploadId, partSizeBytes } = upload;
    await sendFile({ key, uploadId: multipartUploadId, path: file.path, partBytes: partSizeBytes ?? file.sizeBytes });
    const completed = await completeUpload(ctx, uploadId);
    if (completed.ok) return { result: "made", sampleId };
  } catch (error) {
    await cancelUpload(ctx, uploadId);
    throw error;
  }
  await cancelUpload(ctx, uploadId);
  return { result: "not_found", sampleId: null };
}

/** Remembers where the sample is from. False if another was made of the same part. One in the trash gives its place up. */
async function claimPart(
  ctx: Ctx,
  sampleId: string,
  part: { parentId: string; startSeconds: number; endSeconds: number },
): Promise<boolean> {
  const made = await findMade(ctx.actor.id, part);
  return inTransaction(ctx, async ({ tx }) => {
    if (made?.isDeleted) await tx.delete(sampleOrigins).where(eq(sampleOrigins.sampleId, made.sampleId));
    const claimed = await tx
      .insert(sampleOrigins)
      .values({ sampleId, ownerId: ctx.actor.id, ...part })
      .onConflictDoNothing()
      .returning({ sampleId: sampleOrigins.sampleId });
    return claimed.length > 0;
  });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
