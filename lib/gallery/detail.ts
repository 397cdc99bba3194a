import type { ShownPublication } from "./lookups";
import type { PublicDetail } from "./schema";

/** Without what is only for the server. */
export function detailOf(found: ShownPublication): PublicDetail {
  const { ownerId, role, sampleId, sha256, previewKey, originalKey, peaksKey, container, ...detail } = found;
  return detail;
}
