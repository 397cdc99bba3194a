import "server-only";
import { Readable } from "node:stream";
import { z } from "zod";
import { SHARED_SOUND_SECONDS } from "@/lib/collections/constants";
import { isFlagOn } from "@/lib/flags/data";
import { getObjectStream } from "@/lib/platform/s3";
import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { clientAddress } from "@/lib/request/client-address";
import { requestOrigin } from "@/lib/request/request-origin";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { soundAddress } from "@/lib/samples/sound-address";
import { findLink } from "./links/lookups";
import { ownerThroughLink } from "./lookups";

const HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};
const PARTS = ["audio", "peaks"] as const;

/** The same for a link that does not work, one that never was, and a sample that it does not share. */
const gone = () => new Response("This link does not work, or no longer.\n", { status: 404, headers: HEADERS });

/** The sound or the waveform of one of the samples that a link shares. */
export async function answerLink(
  request: Request,
  { token, sampleId, part }: { token: string; sampleId: string; part: string },
): Promise<Response> {
  const verdict = await takeRequest("shared", { kind: "address", address: clientAddress(request.headers) });
  if (!verdict.admitted) {
    const headers = { ...HEADERS, "Retry-After": String(retryAfterSeconds(verdict)) };
    return new Response("Too many requests. Wait a moment.\n", { status: 429, headers });
  }
  const wanted = PARTS.find((known) => known === part);
  const link = z.uuid().safeParse(sampleId).success && wanted ? await findLink(token) : null;
  const owner = link && (await ownerThroughLink(link, sampleId));
  if (!link || !owner) return gone();
  const found = await findSampleObjects(owner, sampleId);
  if (!found) return gone();
  if (wanted === "peaks") {
    const object = await getObjectStream(found.peaksKey, { signal: request.signal });
    if (!object) return gone();
    const type = { "Content-Type": "application/octet-stream" };
    return new Response(Readable.toWeb(object.stream) as ReadableStream, { headers: { ...HEADERS, ...type } });
  }
  const isDownload = new URL(request.url).searchParams.get("download") === "1";
  // Members lend their samples to be heard. Only the owner of the link gives files away, and only their own.
  const mayDownload =
    link.allowsDownload && owner === link.owner.id && (await isFlagOn(link.owner, "original-download"));
  if (isDownload && !mayDownload) return gone();
  const url = await soundAddress(found, {
    origin: requestOrigin(request.headers),
    issuedTo: link.owner.id,
    isDownload,
    expiresSeconds: SHARED_SOUND_SECONDS,
  });
  return url === null ? gone() : new Response(null, { status: 302, headers: { ...HEADERS, Location: url } });
}
