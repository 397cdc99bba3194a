import { cancelUpload } from "@/lib/uploads/mutations";
import type { ApiContext } from "./api-env";
import { pathId } from "./request-input";
import { uploadRefusal } from "./upload-refusal";

/** `DELETE /uploads/{id}` */
export async function cancelUploadOperation(c: ApiContext): Promise<Response> {
  const cancelled = await cancelUpload(c.get("ctx"), pathId(c));
  return cancelled.ok ? c.body(null, 204) : uploadRefusal(c, cancelled.reason);
}
