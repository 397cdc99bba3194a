import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { AppError } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { findSample } from "@/lib/samples/data";

/** `GET /samples/{id}/features`: the analysis record as it is stored; `?download=1` as a file. */
export async function getSampleFeaturesOperation(c: ApiContext): Promise<Response> {
  const sample = await findSample(c.get("ctx").actor, pathId(c));
  if (!sample?.record) throw new AppError("not_found");
  c.header("Cache-Control", "private, no-cache");
  c.header("Content-Type", "application/json; charset=utf-8");
  if (c.req.query("download") === "1") {
    c.header("Content-Disposition", attachmentDisposition(`${sample.fileName}.analysis.json`));
  }
  return c.body(JSON.stringify(sample.record, null, 2));
}
