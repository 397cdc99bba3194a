import type { ApiContext } from "@/lib/api/http/api-env";
import { readBody } from "@/lib/api/http/request-input";
import { requestOrigin } from "@/lib/request/request-origin";
import { beginUpload } from "@/lib/uploads/mutations";
import { beginUploadSchema } from "@/lib/uploads/schema";
import { quotaProblem } from "./quota-problem";
import { uploadRefusal } from "./upload-refusal";

/** `POST /uploads` */
export async function beginUploadOperation(c: ApiContext): Promise<Response> {
  const file = await readBody(c, beginUploadSchema);
  const begun = await beginUpload(c.get("ctx"), file, requestOrigin(c.req.raw.headers));
  if (begun.ok) return c.json({ data: begun.value }, 201);
  if (begun.reason === "quota_exceeded") return quotaProblem(c, begun.quota);
  return uploadRefusal(c, begun.reason, { sample_id: begun.sampleId });
}
