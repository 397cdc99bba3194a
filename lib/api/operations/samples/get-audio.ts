import { z } from "zod";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { redirect } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { SHARED_SOUND_SECONDS } from "@/lib/collections/constants";
import { readAudible } from "@/lib/collections/data";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { presignGet } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/data";

/** By the container that was found in the bytes, never by the declared type. */
const CONTENT_TYPES: Record<AnalysisRecord["container"], string> = {
  wav: "audio/wav",
  aiff: "audio/aiff",
  flac: "audio/flac",
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  mp4: "audio/mp4",
  aac: "audio/aac",
  w64: "audio/x-w64",
  au: "audio/basic",
  caf: "audio/x-caf",
  mp2: "audio/mpeg",
};

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
    const own = await findSampleObjects(actor.id, params.id);
    // What others share is heard; the original as a file stays its owner's.
    const found =
      own || isDownload ? own : await readAudible(actor, params.id, (id) => findSampleObjects(id, params.id));
    if (!found?.originalKey) return refused("not_found");
    const copyKey = isDownload ? null : found.playableKey;
    const url = await presignGet({
      key: copyKey ?? found.originalKey,
      origin,
      issuedTo: actor.id,
      contentType: copyKey ? PLAYABLE_TYPE : CONTENT_TYPES[found.container],
      fileName: isDownload ? found.fileName : undefined,
      expiresSeconds: own ? LISTENING_SECONDS : SHARED_SOUND_SECONDS,
    });
    return ok(url);
  },
});
