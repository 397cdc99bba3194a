import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { oggPages } from "@/lib/analysis/decode/containers/ogg-pages";

/** Whether an Ogg file is several recordings in a row (RFC 3533 §4): a stream begins after another one has sounded. */
export function isChainedOgg(source: ByteSource): boolean {
  let hasSounded = false;
  for (const { isFirst, granule } of oggPages(source)) {
    if (isFirst && hasSounded) return true;
    if (granule > 0) hasSounded = true;
  }
  return false;
}
