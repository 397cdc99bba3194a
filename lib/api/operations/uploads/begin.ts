import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { findTicket } from "@/lib/uploads/data";
import { beginUpload as begin } from "@/lib/uploads/mutations";
import { beginUploadSchema } from "@/lib/uploads/schema";
import { toUploadTicketDto, uploadTicketDto } from "./dto";
import { NO_ROOM, QUOTA_EXCEEDED, quotaExceeded } from "./errors";

/** What is needed of the first answer to make it fresh. */
const begunSchema = z.object({ uploadId: z.uuid() });

export const beginUpload = defineOperation({
  method: "POST",
  path: "/uploads",
  summary: "Begins the upload of one file and says where to send its bytes.",
  scope: "samples:upload",
  rateClass: "upload",
  body: beginUploadSchema,
  response: json(uploadTicketDto, 201),
  errors: {
    already_owned: {
      status: 409,
      title: "The library already has these bytes",
      members: z.object({ sampleId: z.uuid() }),
    },
    quota_exceeded: QUOTA_EXCEEDED,
    no_room: NO_ROOM,
    batch_over: { status: 409, title: "The batch was cancelled, or is not yours" },
    feature_off: FEATURE_OFF,
    upload_over: {
      status: 409,
      title: "The upload of this Idempotency-Key is finished or gone",
      detail: "Begin again with a new key.",
    },
  },
  idempotent: true,
  async handle({ ctx, body, origin }) {
    const begun = await begin(ctx, body, origin);
    if (begun.ok) return ok(toUploadTicketDto(begun.value));
    if (begun.reason === "quota_exceeded") return quotaExceeded(begun.quota);
    if (begun.reason === "no_room" || begun.reason === "batch_over") return begun;
    return { ok: false, reason: "already_owned", members: { sampleId: begun.sampleId } };
  },
  /** The first answer's address expires after 15 minutes, the upload itself only after a day. */
  async renew({ ctx, origin }, data) {
    const { uploadId } = begunSchema.parse(data);
    const ticket = await findTicket(ctx.actor.id, uploadId, origin);
    return ticket ? ok(toUploadTicketDto(ticket)) : refused("upload_over");
  },
});
