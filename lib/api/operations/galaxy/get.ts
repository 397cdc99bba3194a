import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import { matchesTag } from "@/lib/api/http/entity-tag";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { type RawAnswer, raw } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { readGalaxy } from "@/lib/galaxy/data";

const packed = promisify(gzip);
/** More effort takes three times as long for 2 % less. */
const LEVEL = 4;

export const getGalaxy = defineOperation({
  method: "GET",
  path: "/galaxy",
  summary: "Gives every sample of the library as a point in 3D, laid out by how they sound, as columns of numbers.",
  scope: "samples:read",
  rateClass: "studio",
  headers: z.object({ "if-none-match": z.string().optional(), "accept-encoding": z.string().optional() }),
  response: raw("application/octet-stream"),
  errors: { feature_off: FEATURE_OFF },
  async handle({ ctx, headers }) {
    await requireFlag(ctx.actor, "galaxy");
    const bytes = await readGalaxy(ctx.actor);
    // Weak: packed or not, it says the same.
    const etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const kept = { ETag: etag, "Cache-Control": "private, no-cache", Vary: "Accept-Encoding" };
    if (matchesTag(headers["if-none-match"], etag)) return ok<RawAnswer>({ status: 304, headers: kept, body: null });
    const isPacked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers["accept-encoding"] ?? "");
    const body = isPacked ? await packed(bytes, { level: LEVEL }) : bytes;
    return ok<RawAnswer>({
      headers: { ...kept, ...(isPacked ? { "Content-Encoding": "gzip" } : {}), "X-Content-Type-Options": "nosniff" },
      body: new Blob([Uint8Array.from(body)]).stream() as ReadableStream,
    });
  },
});
