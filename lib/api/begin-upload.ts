import { requestOrigin } from "@/lib/auth/request-origin";
import { beginUpload } from "@/lib/uploads/mutations";
import { beginUploadSchema } from "@/lib/uploads/schema";
import type { ApiContext } from "./api-env";
import { readBody } from "./request-input";
import { uploadRefusal } from "./upload-refusal";

/** `POST /uploads` */
export async function beginUploadOperation(c: ApiContext): Promise<Response> {
  const file = await readBody(c, beginUploadSchema);
  const begun = await beginUpload(c.get("ctx"), file, requestOrigin(c.req.raw.headers));
  return begun.ok ? c.json({ data: begun.value }, 201) : uploadRefusal(c, begun.reason, { sample_id: begun.sampleId });
}
