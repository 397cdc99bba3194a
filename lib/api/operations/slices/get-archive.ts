import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { SNAPS } from "@/lib/downloads/schema";
import { ok } from "@/lib/errors";
import { slicesArchive } from "@/lib/slices/exports";
import { EXPORT_ERRORS, sentFile } from "./exported";

export const getSlicesArchive = defineOperation({
  method: "GET",
  path: "/samples/:id/slices/archive",
  summary: "Gives every slice of one sample as WAV, in a ZIP.",
  scope: "samples:download",
  rateClass: "hearing",
  params: rowId,
  query: z.object({ snap: z.enum(SNAPS).default("zero") }),
  response: raw("application/zip"),
  errors: EXPORT_ERRORS,
  async handle({ ctx, params, query, signal }) {
    const made = await slicesArchive(ctx.actor, { sampleId: params.id, snap: query.snap }, signal);
    return made.ok ? ok(sentFile(made.value, signal)) : made;
  },
});
