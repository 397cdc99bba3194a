import { Readable } from "node:stream";
import { z } from "zod";
import { matchesTag } from "@/lib/api/http/entity-tag";
import type { OperationCall } from "@/lib/api/http/operation";
import type { RawAnswer } from "@/lib/api/http/responses";
import { readAudible } from "@/lib/collections/data";
import { AppError, ok, type Result, refused } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { getObjectStream } from "@/lib/platform/s3";
import { findCover, findSampleObjects } from "@/lib/samples/objects/data";

/** The version that a sample's own addresses carry. With it the picture never changes. */
export const pictureQuery = z.object({ v: z.string().optional() });
export const pictureHeaders = z.object({ "if-none-match": z.string().optional() });

type PictureCall = OperationCall<
  { id: string },
  z.infer<typeof pictureQuery>,
  z.infer<typeof pictureHeaders>,
  undefined
>;

type Picture = "peaks" | "spectrogram" | "cover";

/**
 * A picture that the pipeline drew or encoded. With a version, which names the bytes and what made it of them, a browser
 * may keep it for ever; without one it asks again each time.
 */
export async function answerPicture(
  { ctx, params, query, headers, signal }: PictureCall,
  picture: Picture,
): Promise<Result<RawAnswer, "not_found">> {
  const find = (owner: ActorId) => findPicture(owner, params.id, picture);
  // A waveform and a cover belong to what is heard; a spectrogram is for its owner.
  const found = await (picture === "spectrogram" ? find(ctx.actor.id) : readAudible(ctx.actor, params.id, find));
  if (!found) return refused("not_found");
  const { key, version } = found;
  const etag = `"${version}-${picture}"`;
  const caching = query.v === version ? "private, max-age=31536000, immutable" : "private, no-cache";
  const kept = { ETag: etag, "Cache-Control": caching };
  if (matchesTag(headers["if-none-match"], etag)) return ok({ status: 304, headers: kept, body: null });

  const object = await getObjectStream(key, { signal });
  if (!object) throw new AppError("storage_unavailable", { message: "an artefact is missing" });
  const body = Readable.toWeb(object.stream) as ReadableStream;
  return ok({ headers: { ...kept, "X-Content-Type-Options": "nosniff" }, body });
}

async function findPicture(owner: ActorId, id: string, picture: Picture) {
  if (picture === "cover") return findCover(owner, id);
  const found = await findSampleObjects(owner, id);
  return found && { key: found[`${picture}Key`], version: `${found.sha256.slice(0, 16)}-${found.analyserVersion}` };
}
