import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { redirect } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { SHARED_SOUND_SECONDS } from "@/lib/collections/constants";
import { readAudible } from "@/lib/collections/data";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { soundAddress } from "@/lib/samples/sound-address";

/** As long as somebody listens. */
const LISTENING_SECONDS = 60 * 60;

export const getSampleAudio = defineOperation({
  method: "GET",
  path: "/samples/:id/audio",
  summary:
    "Redirects to the sound in storage: the original, always so with `download=1`, or a FLAC copy where not every browser plays that.",
  scope: "samples:download",
  rateClass: "studio",
  params: rowId,
  query: z.object({ download: z.string().optional() }),
  response: redirect(),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF },
  async handle({ ctx: { actor }, params, query, origin }) {
    const isDownload = query.download === "1";
    if (isDownload) await requireFlag(actor, "original-download");
    const own = await findSampleObjects(actor.id, params.id);
    // What others share is heard; the original as a file stays its owner's.
    const found =
      own || isDownload ? own : await readAudible(actor, params.id, (id) => findSampleObjects(id, params.id));
    if (!found) return refused("not_found");
    const expiresSeconds = own ? LISTENING_SECONDS : SHARED_SOUND_SECONDS;
    const url = await soundAddress(found, { origin, issuedTo: actor.id, isDownload, expiresSeconds });
    return url === null ? refused("not_found") : ok(url);
  },
});
