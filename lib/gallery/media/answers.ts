import "server-only";
import { Readable } from "node:stream";
import { isFlagOn } from "@/lib/flags/data";
import { noteReceived } from "@/lib/gallery/jobs";
import { findShown, mayBeSeen, type ShownPublication } from "@/lib/gallery/lookups";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import { resolveSession } from "@/lib/identity/session";
import { getObjectStream, headObject } from "@/lib/platform/s3";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { clientAddress } from "@/lib/request/client-address";
import { requestOrigin } from "@/lib/request/request-origin";
import { CONTENT_TYPES } from "@/lib/samples/content-types";
import { byteRange } from "./byte-range";
import { findPictureFacts } from "./lookups";

const HEADERS = {
  // Each time it is asked anew whether it is still public: what is withdrawn is gone at once.
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "X-Content-Type-Options": "nosniff",
};
const PREVIEW_TYPE = "audio/flac";
const PEAKS_TYPE = "application/octet-stream";
const SOON_SECONDS = "5";

const say = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
const nothing = () => say(404, "There is nothing here.");

/**
 * What of a publication can be fetched: `audio` is the copy for strangers, `peaks` its waveform, `facts` what a picture is drawn from, `download` the original,
 * if its owner allows that. It comes through this server, so that it stops at once when the publication is withdrawn.
 */
export async function answerMedia(request: Request, { slug, part }: { slug: string; part: string }): Promise<Response> {
  const verdict = await takeRequest("gallery", { kind: "address", address: clientAddress(request.headers) });
  if (!verdict.admitted) {
    const headers = { "Retry-After": String(retryAfterSeconds(verdict)) };
    return say(429, "Too many requests. Wait a moment.", headers);
  }
  const found = await findShown(slug);
  if (found === null) return nothing();
  if (found === "gone") return say(410, "This is no longer public.");
  if (part === "peaks") return send(request, { key: found.peaksKey, type: PEAKS_TYPE });
  if (part === "audio") {
    if (found.preview === "making") return say(503, "The sound is being prepared.", { "Retry-After": SOON_SECONDS });
    return found.previewKey === null ? nothing() : send(request, { key: found.previewKey, type: PREVIEW_TYPE });
  }
  if (part === "facts") return sendFacts(found);
  return part === "download" ? download(request, found) : nothing();
}

/** What a picture of it is drawn from. */
async function sendFacts(found: ShownPublication): Promise<Response> {
  const facts = (await mayBeSeen(found)) ? await findPictureFacts(found) : null;
  return facts ? Response.json(facts, { headers: HEADERS }) : nothing();
}

async function download(request: Request, found: ShownPublication): Promise<Response> {
  const owner = actorOnBehalfOf({ id: found.ownerId, role: found.role, isDemo: false });
  if (!found.allowsDownload || found.originalKey === null || !(await isFlagOn(owner, "original-download")))
    return say(403, "Its artist does not let it be downloaded.");
  const answer = await send(request, {
    key: found.originalKey,
    type: CONTENT_TYPES[found.container],
    fileName: `${found.title}.${found.container}`,
  });
  if (request.method !== "GET" || !answer.ok) return answer;
  const session = await resolveSession({ headers: request.headers, cookie: (name) => cookieOf(request, name) });
  const address = new URL(`/gallery/${found.slug}`, requestOrigin(request.headers)).toString();
  const { id: publicationId, title, artistName, licence, aiTraining, sha256 } = found;
  const userId = session?.viewer.id ?? null;
  try {
    await noteReceived({ publicationId, userId, title, artistName, address, licence, aiTraining, sha256 });
    return answer;
  } catch (error) {
    // Nobody gets it without a record, and no stream is left that nobody reads.
    await answer.body?.cancel();
    throw error;
  }
}

/** The value of a cookie as it was sent. */
function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of request.headers.get("cookie")?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * An object, or the range of it that was asked for. What has a file name is a download, and is sent as a whole: each has a
 * record.
 */
async function send(request: Request, object: { key: string; type: string; fileName?: string }): Promise<Response> {
  const stored = await headObject(object.key);
  if (!stored) return nothing();
  const { sizeBytes } = stored;
  const isWhole = object.fileName !== undefined;
  const span = isWhole ? null : byteRange(request.headers.get("range"), sizeBytes);
  if (span === "beyond") return say(416, "There is no such part.", { "Content-Range": `bytes */${sizeBytes}` });
  const range = span && { offsetBytes: span.first, lengthBytes: span.last - span.first + 1 };
  const headers: Record<string, string> = {
    ...HEADERS,
    "Accept-Ranges": isWhole ? "none" : "bytes",
    "Content-Type": object.type,
    "Content-Length": String(range?.lengthBytes ?? sizeBytes),
    ...(span ? { "Content-Range": `bytes ${span.first}-${span.last}/${sizeBytes}` } : {}),
    ...(object.fileName === undefined ? {} : { "Content-Disposition": attachmentDisposition(object.fileName) }),
  };
  const status = span ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { signal } = request;
  const read = await getObjectStream(object.key, { signal, isSentOn: true, ...(range ? { range } : {}) });
  if (!read) return nothing();
  return new Response(Readable.toWeb(read.stream) as ReadableStream, { status, headers });
}
