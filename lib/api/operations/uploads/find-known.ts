import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { findKnownBytes as findKnown } from "@/lib/uploads/data";
import { knownBytesSchema } from "@/lib/uploads/schema";
import { knownBytesDto, toKnownBytesDto } from "./dto";

export const findKnownBytes = defineOperation({
  method: "POST",
  path: "/uploads/known",
  summary: "Says which of these SHA-256 sums the library already has.",
  scope: "samples:upload",
  rateClass: "upload",
  body: knownBytesSchema,
  response: json(z.array(knownBytesDto)),
  async handle({ ctx, body }) {
    return ok((await findKnown(ctx.actor.id, body.sha256s)).map(toKnownBytesDto));
  },
});
