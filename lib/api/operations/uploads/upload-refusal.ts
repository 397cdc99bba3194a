import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiContext } from "@/lib/api/http/api-env";
import { problem } from "@/lib/api/http/problem";

const REFUSALS = {
  not_found: [404, "There is no such upload"],
  incomplete: [409, "Not all bytes have arrived"],
  size_mismatch: [409, "What arrived is not the size that was announced"],
  not_multipart: [409, "This upload is a single PUT"],
  no_such_part: [400, "The upload has no such part"],
  already_complete: [409, "The upload is complete already"],
  already_owned: [409, "The library has these bytes already"],
} as const satisfies Record<string, [ContentfulStatusCode, string]>;

export function uploadRefusal(
  c: ApiContext,
  code: keyof typeof REFUSALS,
  members: Record<string, string> = {},
): Response {
  const [status, title] = REFUSALS[code];
  return problem(c, { status, code, title, ...members });
}
