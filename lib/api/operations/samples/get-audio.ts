import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { redirect } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { presignGet } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/objects/data";
import { CONTENT_TYPES } from "./content-types";

/** Of the copies that the pipeline makes. */
const PLAYABLE_TYPE = "audio/flac";

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
    const found = await findSampleObjects(actor.id, params.id);
    if (!found?.originalKey) return refused("not_found");
    const copyKey = isDownload ? null : found.playableKey;
    const url = await presignGet({
      key: copyKey ?? found.originalKey,
      origin,
      issuedTo: actor.id,
      contentType: copyKey ? PLAYABLE_TYPE : CONTENT_TYPES[found.container],
      fileName: isDownload ? found.fileName : undefined,
      expiresSeconds: LISTENING_SECONDS,
    });
    return ok(url);
  },
});
