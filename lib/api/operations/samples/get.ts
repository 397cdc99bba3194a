import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { AppError } from "@/lib/errors";
import { findSample } from "@/lib/samples/data";

/** `GET /samples/{id}` */
export async function getSampleOperation(c: ApiContext): Promise<Response> {
  const sample = await findSample(c.get("ctx").actor, pathId(c));
  if (!sample) throw new AppError("not_found");
  return c.json({ data: sample });
}
