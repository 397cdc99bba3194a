import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { sampleOrigins, slices } from "@/db/schema/slices";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import { findBeats } from "@/lib/downloads/regions/data";
import type { ActorId } from "@/lib/identity/actor";
import { getObjectStream } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { SLICES_MAX } from "./constants";
import { offerSlices } from "./offers";
import type { Offer, OfferKind, SampleOrigin, Slice } from "./schema";

const made = alias(samples, "made");

/** The slices of one sample in their order. Null if the person has no such sample. */
export async function listSlices(owner: ActorId, sampleId: string): Promise<Slice[] | null> {
  const [sample] = await db()
    .select({ id: samples.id })
    .from(samples)
    .where(and(eq(samples.id, sampleId), eq(samples.ownerId, owner), isNull(samples.deletedAt)));
  if (!sample) return null;
  const { id, name, startSeconds, endSeconds } = slices;
  const isOfPart = and(
    eq(sampleOrigins.parentId, slices.sampleId),
    eq(sampleOrigins.startSeconds, startSeconds),
    eq(sampleOrigins.endSeconds, endSeconds),
  );
  return db()
    .select({ id, name, startSeconds, endSeconds, madeSampleId: made.id })
    .from(slices)
    .leftJoin(sampleOrigins, isOfPart)
    .leftJoin(made, and(eq(made.id, sampleOrigins.sampleId), isNull(made.deletedAt)))
    .where(and(eq(slices.sampleId, sampleId), eq(slices.ownerId, owner)))
    .orderBy(asc(startSeconds), asc(id))
    .limit(SLICES_MAX);
}

/** Slices that a sample could have. Nothing is stored. Null if there is no such sample, or it is not analysed. */
export async function findOffers(
  owner: ActorId,
  sampleId: string,
  { at, sensitivity }: { at: OfferKind; sensitivity: number },
): Promise<Offer[] | null> {
  const sample = await findSampleObjects(owner, sampleId);
  const object = sample && (await getObjectStream(sample.peaksKey));
  if (!object) return null;
  const bytes = Buffer.concat(await object.stream.toArray());
  const peaks = decodePeaks(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const beats = at === "beats" ? await findBeats(owner, sampleId) : [];
  return offerSlices(at, { peaks, beats, sensitivity });
}

const parent = alias(samples, "parent");

/** What a sample was cut from. Null if it was not, or if that is deleted. */
export async function findOrigin(owner: ActorId, sampleId: string): Promise<SampleOrigin | null> {
  const [found] = await db()
    .select({
      parentId: parent.id,
      parentName: parent.fileName,
      startSeconds: sampleOrigins.startSeconds,
      endSeconds: sampleOrigins.endSeconds,
    })
    .from(sampleOrigins)
    .innerJoin(samples, eq(samples.id, sampleOrigins.sampleId))
    .innerJoin(parent, eq(parent.id, sampleOrigins.parentId))
    .where(
      and(
        eq(sampleOrigins.sampleId, sampleId),
        eq(samples.ownerId, owner),
        eq(parent.ownerId, owner),
        isNull(samples.deletedAt),
        isNull(parent.deletedAt),
      ),
    );
  return found ?? null;
}

/** The sample that was made of exactly this part, even if it is in the trash. */
export async function findMade(
  owner: ActorId,
  part: { parentId: string; startSeconds: number; endSeconds: number },
): Promise<{ sampleId: string; isDeleted: boolean } | null> {
  const [found] = await db()
    .select({ sampleId: sampleOrigins.sampleId, isDeleted: sql<boolean>`${samples.deletedAt} is not null` })
    .from(sampleOrigins)
    .innerJoin(samples, eq(samples.id, sampleOrigins.sampleId))
    .where(
      and(
        eq(sampleOrigins.ownerId, owner),
        eq(sampleOrigins.parentId, part.parentId),
        eq(sampleOrigins.startSeconds, part.startSeconds),
        eq(sampleOrigins.endSeconds, part.endSeconds),
      ),
    );
  return found ?? null;
}
