import "server-only";
import { Readable } from "node:stream";
import { findArtist, findAvatarKey } from "@/lib/artists/lookups";
import { smallAvatarKey } from "@/lib/objects/object-keys";
import { getObjectStream } from "@/lib/platform/s3";
import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { clientAddress } from "@/lib/request/client-address";
import { readAvatarName } from "./address";

/** An address has one picture for ever. After a week, what was taken back is in no cache any more. */
const KEPT = { "Cache-Control": "public, max-age=604800, immutable", "X-Content-Type-Options": "nosniff" };

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${text}\n`, { status, headers: { ...plain, ...headers } });
}

/** A person's picture. It is there for as long as their page is. */
export async function answerAvatar(request: Request, asked: { handle: string; name: string }): Promise<Response> {
  const verdict = await takeRequest("gallery", { kind: "address", address: clientAddress(request.headers) });
  if (!verdict.admitted) {
    const headers = { "Retry-After": String(retryAfterSeconds(verdict)) };
    return say(429, "Too many requests. Wait a moment.", headers);
  }
  const wanted = readAvatarName(asked.name);
  const artist = wanted && (await findArtist(asked.handle));
  if (artist === "gone") return say(410, "This is no longer public.");
  const key = artist && (await findAvatarKey(artist.ownerId));
  if (!wanted || !key?.endsWith(wanted.avatar)) return say(404, "There is nothing here.");
  const headers = { ...KEPT, "Content-Type": "image/webp", ETag: `"${wanted.avatar}-${wanted.size}"` };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  if (request.method === "HEAD") return new Response(null, { headers });
  const { signal } = request;
  const object = await getObjectStream(wanted.size === "small" ? smallAvatarKey(key) : key, { signal, isSentOn: true });
  if (!object) return say(404, "There is nothing here.");
  return new Response(Readable.toWeb(object.stream) as ReadableStream, { headers });
}
