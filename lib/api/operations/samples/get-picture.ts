import { Readable } from "node:stream";
import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { AppError } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { getObjectStream } from "@/lib/platform/s3";
import { findSampleObjects } from "@/lib/samples/data";

const PICTURES = {
  peaks: { key: "peaksKey", contentType: "application/octet-stream" },
  spectrogram: { key: "spectrogramKey", contentType: "image/png" },
} as const;

/**
 * `GET /samples/{id}/peaks` and `/spectrogram`: made once by the pipeline. The address names bytes and analyser
 * version, so a browser keeps it for ever; without the version it asks again each time.
 */
export function getSamplePictureOperation(picture: keyof typeof PICTURES) {
  return async (c: ApiContext): Promise<Response> => {
    const { actor } = c.get("ctx");
    if (picture === "spectrogram") await requireFlag(actor, "spectrogram");
    const found = await findSampleObjects(actor.id, pathId(c));
    if (!found) throw new AppError("not_found");
    const version = `${found.sha256.slice(0, 16)}-${found.analyserVersion}`;
    const etag = `"${version}-${picture}"`;
    const lasting = c.req.query("v") === version;
    c.header("ETag", etag);
    c.header("Cache-Control", lasting ? "private, max-age=31536000, immutable" : "private, no-cache");
    if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304);

    const object = await getObjectStream(found[PICTURES[picture].key], { signal: c.req.raw.signal });
    if (!object) throw new AppError("storage_unavailable", { message: "an artefact is missing" });
    c.header("Content-Type", PICTURES[picture].contentType);
    c.header("X-Content-Type-Options", "nosniff");
    return c.body(Readable.toWeb(object.stream) as ReadableStream);
  };
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
