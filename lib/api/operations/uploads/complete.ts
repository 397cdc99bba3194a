import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId } from "@/lib/api/http/request-input";
import { completeUpload } from "@/lib/uploads/mutations";
import { uploadRefusal } from "./upload-refusal";

/** `POST /uploads/{id}/complete` */
export async function completeUploadOperation(c: ApiContext): Promise<Response> {
  const completed = await completeUpload(c.get("ctx"), pathId(c));
  return completed.ok ? c.json({ data: completed.value }) : uploadRefusal(c, completed.reason);
}
