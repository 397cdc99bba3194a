import { z } from "zod";
import { matchesTag } from "@/lib/api/http/entity-tag";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { type RawAnswer, raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { findWindowSource, readWindow } from "@/lib/waveforms/data";
import { windowQuerySchema } from "@/lib/waveforms/schema";
import { encodeWindow } from "@/lib/waveforms/window-format";

export const getSampleWindow = defineOperation({
  method: "GET",
  path: "/samples/:id/window",
  summary: "Gives a stretch of one sample's waveform, frame by frame or as extremes of several frames, in binary.",
  scope: "samples:download",
  rateClass: "studio",
  params: rowId,
  query: windowQuerySchema,
  headers: z.object({ "if-none-match": z.string().optional() }),
  response: raw("application/octet-stream"),
  errors: {
    not_found: NOT_FOUND,
    no_original: {
      status: 409,
      title: "The original is not there any more",
      detail: "Single samples are read from the original. Upload the file again.",
    },
    behind_the_end: { status: 422, title: "The sample ends before this window", detail: "Choose an earlier start." },
    too_large: {
      status: 422,
      title: "The original is too large to be looked into",
      detail: "Single samples are shown of originals up to 1 GB. Upload it as FLAC, or in parts.",
    },
    cannot_be_decoded: { status: 422, title: "The original cannot be decoded again" },
    busy: {
      status: 429,
      title: "Other recordings are being decoded",
      detail: "Try again in a moment.",
      retryAfterSeconds: 3,
    },
  },
  async handle({ ctx: { actor }, params, query, headers }) {
    const source = await findWindowSource(actor, params.id);
    if (!source) return refused("not_found");
    const { version } = source;
    const etag = `"${version}-${query.start}-${query.frames}-${query.per}"`;
    const caching = query.v === version ? "private, max-age=31536000, immutable" : "private, no-cache";
    const kept = { ETag: etag, "Cache-Control": caching };
    if (matchesTag(headers["if-none-match"], etag)) return ok<RawAnswer>({ status: 304, headers: kept, body: null });
    const found = await readWindow(actor, source, query);
    if (!found.ok) return found;
    const bytes = encodeWindow(found.value);
    return ok<RawAnswer>({
      headers: { ...kept, "Content-Length": String(bytes.length), "X-Content-Type-Options": "nosniff" },
      body: new Blob([bytes]).stream() as ReadableStream,
    });
  },
});
