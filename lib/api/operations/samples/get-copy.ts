import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { TOO_MANY_COPIES } from "@/lib/api/operations/downloads/errors";
import { planCopy } from "@/lib/downloads/copy-of";
import { type ListedSample, readListed } from "@/lib/downloads/data";
import { labelledName } from "@/lib/downloads/labelled-name";
import { takePlace } from "@/lib/downloads/places";
import { copyQuerySchema } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { openCopy } from "@/lib/downloads/tagged/stored-copy";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { CONTENT_TYPES } from "@/lib/samples/content-types";

export const getSampleCopy = defineOperation({
  method: "GET",
  path: "/samples/:id/copy",
  summary: "Gives a copy of the original with tempo and key in its tags; its sound is untouched.",
  scope: "samples:download",
  rateClass: "studio",
  params: rowId,
  query: copyQuerySchema,
  response: raw("application/octet-stream"),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF, too_many_downloads: TOO_MANY_COPIES },
  async handle({ ctx: { actor }, params, query, signal }) {
    await requireFlag(actor, "original-download");
    await requireFlag(actor, "tag-writeback");
    const [sample] = await readListed(actor, [params.id]);
    if (!sample?.objectKey) return refused("not_found");
    const giveBack = takePlace(actor.id, "copy");
    if (!giveBack) return refused("too_many_downloads");
    const opened = await openedCopy(sample, sample.objectKey, signal).catch((error: unknown) => {
      giveBack();
      throw error;
    });
    if (!opened) {
      giveBack();
      return refused("not_found");
    }
    const { plan, stream } = opened;
    const name = query.naming === "labelled" ? labelledName(sample.row) : sample.row.fileName;
    const container = sample.measured?.container;
    return ok({
      body: sentStream(stream, signal, giveBack),
      headers: {
        ...(container ? { "Content-Type": CONTENT_TYPES[container] } : {}),
        "Content-Length": String(plan.sizeBytes),
        "Content-Disposition": attachmentDisposition(name),
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});

async function openedCopy(sample: ListedSample, objectKey: string, signal: AbortSignal) {
  const plan = await planCopy(sample, true);
  const stream = plan && (await openCopy(objectKey, plan, signal));
  return plan && stream ? { plan, stream } : null;
}
