import { listUnfinishedUploads } from "@/lib/uploads/data";
import type { ApiContext } from "./api-env";

/** `GET /uploads`: what can be resumed. */
export async function listUploadsOperation(c: ApiContext): Promise<Response> {
  return c.json({ data: await listUnfinishedUploads(c.get("ctx").actor.id) });
}
