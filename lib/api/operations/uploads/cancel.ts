import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { cancelUpload } from "@/lib/uploads/mutations";
import { uploadRefusal } from "./upload-refusal";

/** `DELETE /uploads/{id}` */
export async function cancelUploadOperation(c: ApiContext): Promise<Response> {
  const cancelled = await cancelUpload(c.get("ctx"), pathId(c));
  return cancelled.ok ? c.body(null, 204) : uploadRefusal(c, cancelled.reason);
}
