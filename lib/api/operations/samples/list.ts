import { z } from "zod";
import type { ApiContext } from "@/lib/api/http/api-env";
import { findSamples, listSamples } from "@/lib/samples/data";

const IDS_MAX = 250;
const idsSchema = z.array(z.uuid()).max(IDS_MAX);

/** `GET /samples`: the library; with `?ids=a,b` those of them that are the caller's. */
export async function listSamplesOperation(c: ApiContext): Promise<Response> {
  const owner = c.get("ctx").actor.id;
  const ids = c.req.query("ids");
  if (ids === undefined) return c.json({ data: await listSamples(owner) });
  return c.json({ data: await findSamples(owner, idsSchema.parse(ids.split(",").filter(Boolean))) });
}
