import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { AppError } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { presignGet } from "@/lib/platform/s3";
import { requestOrigin } from "@/lib/request/request-origin";
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
};

const LISTENING_SECONDS = 60 * 60;

/** `GET /samples/{id}/audio`: to the original in storage, for as long as one listens; `?download=1` saves it. */
export async function getSampleAudioOperation(c: ApiContext): Promise<Response> {
  const { actor } = c.get("ctx");
  const isDownload = c.req.query("download") === "1";
  if (isDownload) await requireFlag(actor, "original-download");
  const found = await findSampleObjects(actor.id, pathId(c));
  if (!found?.originalKey) throw new AppError("not_found");
  const url = await presignGet({
    key: found.originalKey,
    origin: requestOrigin(c.req.raw.headers),
    contentType: CONTENT_TYPES[found.container],
    fileName: isDownload ? found.fileName : undefined,
    expiresSeconds: LISTENING_SECONDS,
  });
  c.header("Cache-Control", "no-store");
  return c.redirect(url, 302);
}
