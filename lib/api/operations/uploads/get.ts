import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { findUpload, uploadState } from "@/lib/uploads/data";
import { uploadRefusal } from "./upload-refusal";

/** `GET /uploads/{id}` */
export async function getUploadOperation(c: ApiContext): Promise<Response> {
  const upload = await findUpload(c.get("ctx").actor.id, pathId(c));
  return upload ? c.json({ data: await uploadState(upload) }) : uploadRefusal(c, "not_found");
}
