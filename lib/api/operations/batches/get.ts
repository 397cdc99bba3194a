import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findBatch } from "@/lib/batches/data";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { batchDto, NO_SUCH_BATCH, toBatchDto } from "./dto";

export const getBatch = defineOperation({
  method: "GET",
  path: "/batches/:id",
  summary: "One batch: how many of its samples are in which state, how fast it goes and how long it will take.",
  scope: "samples:read",
  // Its page asks every second while it is under way.
  rateClass: "studio",
  params: rowId,
  response: json(batchDto),
  errors: { not_found: NO_SUCH_BATCH, feature_off: FEATURE_OFF },
  async handle({ ctx, params }) {
    await requireFlag(ctx.actor, "batches");
    const batch = await findBatch(ctx.actor.id, params.id);
    return batch ? ok(toBatchDto(batch)) : refused("not_found");
  },
});
