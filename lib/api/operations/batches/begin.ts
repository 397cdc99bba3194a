import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { BATCH_SAMPLES_MAX } from "@/lib/batches/constants";
import { analyzeAgain, beginUploadBatch } from "@/lib/batches/mutations";
import { batchNameSchema } from "@/lib/batches/schema";
import { ok } from "@/lib/errors";
import { selectedIds } from "@/lib/library/data";
import { selectionSchema } from "@/lib/library/schema";

const body = z.discriminatedUnion("kind", [
  /** Each upload names the batch then. */
  z.strictObject({ kind: z.literal("upload"), name: batchNameSchema }),
  z.strictObject({ kind: z.literal("analysis"), name: batchNameSchema, selection: selectionSchema }),
]);

export const beginBatch = defineOperation({
  method: "POST",
  path: "/batches",
  summary: "Begins a batch: for files that are about to be uploaded, or to analyse a selection again.",
  scope: "batches:create",
  rateClass: "default",
  body,
  response: json(z.object({ id: z.uuid(), total: z.number().int().nonnegative() }), 201),
  errors: {
    feature_off: FEATURE_OFF,
    nothing_selected: { status: 409, title: "None of these samples is in the library" },
    too_many: { status: 409, title: `A batch can hold ${BATCH_SAMPLES_MAX} samples` },
  },
  idempotent: "required",
  async handle({ ctx, body }) {
    const { name } = body;
    if (body.kind === "analysis") return analyzeAgain(ctx, { name }, selectedIds(ctx.actor, body.selection));
    const { value } = await beginUploadBatch(ctx, { name });
    return ok({ ...value, total: 0 });
  },
});
