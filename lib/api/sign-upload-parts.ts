import { requestOrigin } from "@/lib/auth/request-origin";
import { signParts } from "@/lib/uploads/mutations";
import { signPartsSchema } from "@/lib/uploads/schema";
import type { ApiContext } from "./api-env";
import { pathId, readBody } from "./request-input";
import { uploadRefusal } from "./upload-refusal";

/** `POST /uploads/{id}/parts` */
export async function signUploadPartsOperation(c: ApiContext): Promise<Response> {
  const input = await readBody(c, signPartsSchema);
  const signed = await signParts(c.get("ctx"), pathId(c), input, requestOrigin(c.req.raw.headers));
  return signed.ok ? c.json({ data: signed.value }) : uploadRefusal(c, signed.reason);
}
