import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { CUT_ERRORS } from "@/lib/api/operations/samples/cut-errors";
import { SNAPS } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { ok } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { type Exported, slicesArchive, slicesWithCues } from "@/lib/slices/exports";

const ERRORS = {
  ...CUT_ERRORS,
  no_slices: { status: 409, title: "The sample has no slices", detail: "Choose where to cut it first." },
} as const;

const answered = ({ name, stream, sizeBytes, release }: Exported, signal: AbortSignal) => ({
  body: sentStream(stream, signal, release),
  headers: {
    ...(sizeBytes === null ? {} : { "Content-Length": String(sizeBytes) }),
    "Content-Disposition": attachmentDisposition(name),
  },
});

export const getSlicesArchive = defineOperation({
  method: "GET",
  path: "/samples/:id/slices/archive",
  summary: "Gives every slice of one sample as WAV, in a ZIP.",
  scope: "samples:download",
  rateClass: "hearing",
  params: rowId,
  query: z.object({ snap: z.enum(SNAPS).default("zero") }),
  response: raw("application/zip"),
  errors: ERRORS,
  async handle({ ctx, params, query, signal }) {
    const made = await slicesArchive(ctx.actor, { sampleId: params.id, snap: query.snap }, signal);
    return made.ok ? ok(answered(made.value, signal)) : made;
  },
});

export const getSlicesWithCues = defineOperation({
  method: "GET",
  path: "/samples/:id/slices/cues",
  summary: "Gives one sample as a WAV with a named cue point where each slice begins.",
  scope: "samples:download",
  rateClass: "hearing",
  params: rowId,
  response: raw("audio/wav"),
  errors: ERRORS,
  async handle({ ctx, params, signal }) {
    const made = await slicesWithCues(ctx.actor, params.id, signal);
    return made.ok ? ok(answered(made.value, signal)) : made;
  },
});
