import type { ApiContext } from "@/lib/api/http/api-env";
import { listUnfinishedUploads } from "@/lib/uploads/data";

/** `GET /uploads`: what can be resumed. */
export async function listUploadsOperation(c: ApiContext): Promise<Response> {
  return c.json({ data: await listUnfinishedUploads(c.get("ctx").actor.id) });
}
