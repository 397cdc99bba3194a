import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok } from "@/lib/errors";
import { withdraw } from "@/lib/gallery/mutations";

export const withdrawPublication = defineOperation({
  method: "DELETE",
  path: "/publications/:id",
  summary: "Takes a publication back, so that its address says from now on that it is gone.",
  scope: "gallery:publish",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const done = await withdraw(ctx, params);
    return done.ok ? ok(null) : done;
  },
});
