import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { readUpload } from "@/lib/uploads/data";
import { uploadRefusal } from "./upload-refusal";

/** `GET /uploads/{id}` */
export async function getUploadOperation(c: ApiContext): Promise<Response> {
  const upload = await readUpload(c.get("ctx").actor.id, pathId(c));
  return upload ? c.json({ data: upload }) : uploadRefusal(c, "not_found");
}
