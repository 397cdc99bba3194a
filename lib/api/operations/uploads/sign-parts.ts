import type { ApiContext } from "@/lib/api/http/api-env";
import { pathId, readBody } from "@/lib/api/http/request-input";
import { requestOrigin } from "@/lib/request/request-origin";
import { signParts } from "@/lib/uploads/mutations";
import { signPartsSchema } from "@/lib/uploads/schema";
import { uploadRefusal } from "./upload-refusal";

/** `POST /uploads/{id}/parts` */
export async function signUploadPartsOperation(c: ApiContext): Promise<Response> {
  const input = await readBody(c, signPartsSchema);
  const signed = await signParts(c.get("ctx"), pathId(c), input, requestOrigin(c.req.raw.headers));
  return signed.ok ? c.json({ data: signed.value }) : uploadRefusal(c, signed.reason);
}
