import "server-only";
import { headers } from "next/headers";
import { requestOrigin } from "@/lib/request/request-origin";
import { itemAddress, nameOf, titleOf } from "./addresses";
import { isId } from "./item-id";
import { factsOf } from "./item-text";
import { findItem } from "./lookups";

/** What a player in another site's page shows. */
export interface EmbeddedItem {
  id: string;
  title: string;
  artistName: string | null;
  facts: string;
  address: string;
  soundAddress: string | null;
  seconds: number;
  overview: string | null;
}

export async function loadEmbedded(id: string): Promise<EmbeddedItem | "gone" | null> {
  const item = isId(id) ? await findItem({ id: id.toLowerCase() }) : null;
  if (item === null || item === "gone") return item;
  const address = itemAddress(requestOrigin(await headers()), item);
  return {
    id: item.id,
    title: titleOf(item),
    artistName: item.artist && nameOf(item.artist),
    facts: factsOf(item),
    address,
    // On the frame's own origin, whatever the configured one is.
    soundAddress: item.hasPreview ? `/gallery/${encodeURIComponent(item.slug)}/audio` : null,
    seconds: item.seconds,
    overview: item.overview,
  };
}
