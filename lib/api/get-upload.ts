import { findUpload, uploadState } from "@/lib/uploads/data";
import type { ApiContext } from "./api-env";
import { pathId } from "./request-input";
import { uploadRefusal } from "./upload-refusal";

/** `GET /uploads/{id}` */
export async function getUploadOperation(c: ApiContext): Promise<Response> {
  const upload = await findUpload(c.get("ctx").actor.id, pathId(c));
  return upload ? c.json({ data: await uploadState(upload) }) : uploadRefusal(c, "not_found");
}
