import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { readUpload } from "@/lib/uploads/data";
import { toUploadDto, uploadDto } from "./dto";
import { NO_SUCH_UPLOAD } from "./errors";

export const getUpload = defineOperation({
  method: "GET",
  path: "/uploads/:id",
  summary: "Shows one upload with the parts that storage has.",
  scope: "samples:upload",
  rateClass: "upload",
  params: rowId,
  response: json(uploadDto),
  errors: { not_found: NO_SUCH_UPLOAD },
  async handle({ ctx, params }) {
    const upload = await readUpload(ctx.actor.id, params.id);
    return upload ? ok(toUploadDto(upload)) : refused("not_found");
  },
});
