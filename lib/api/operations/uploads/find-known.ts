import type { ApiContext } from "@/lib/api/http/api-env";
import { readBody } from "@/lib/api/http/request-input";
import { findKnownBytes } from "@/lib/uploads/data";
import { knownBytesSchema } from "@/lib/uploads/schema";

/** `POST /uploads/known` */
export async function findKnownBytesOperation(c: ApiContext): Promise<Response> {
  const { sha256s } = await readBody(c, knownBytesSchema);
  return c.json({ data: await findKnownBytes(c.get("ctx").actor.id, sha256s) });
}
