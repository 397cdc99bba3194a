import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok } from "@/lib/errors";
import { signParts } from "@/lib/uploads/mutations";
import { signPartsSchema } from "@/lib/uploads/schema";
import { signedPartDto, toSignedPartDto } from "./dto";
import { NO_SUCH_UPLOAD } from "./errors";

export const signUploadParts = defineOperation({
  method: "POST",
  path: "/uploads/:id/parts",
  summary: "Gives the addresses to send these parts to, each for exactly its size.",
  scope: "samples:upload",
  rateClass: "upload",
  params: rowId,
  body: signPartsSchema,
  response: json(z.array(signedPartDto)),
  errors: {
    not_found: NO_SUCH_UPLOAD,
    not_multipart: { status: 409, title: "This upload is a single PUT" },
    no_such_part: { status: 400, title: "The upload has no such part" },
  },
  async handle({ ctx, params, body, origin }) {
    const signed = await signParts(ctx, params.id, body, origin);
    return signed.ok ? ok(signed.value.map(toSignedPartDto)) : signed;
  },
});
