import "server-only";
import { headers } from "next/headers";
import { ITEM_ROWS } from "@/lib/collections/constants";
import { placeCursor, readPlaceCursor } from "@/lib/collections/place-cursor";
import { takeRequest } from "@/lib/rate-limits/gate";
import { clientAddress } from "@/lib/request/client-address";
import type { SampleRow } from "@/lib/samples/schema";
import { findLink, type OpenedLink } from "./links/lookups";
import { listLinkItems } from "./lookups";

export interface SharedPage extends Pick<OpenedLink, "name" | "description" | "colour" | "ownerName"> {
  expiresAt: string;
  samples: SampleRow[];
  /** Those whose original can be downloaded. */
  downloadable: string[];
  nextCursor: string | null;
}

/** What a visitor with a link sees. Null if the link does not work. */
export async function loadSharedPage(token: string, cursor: string | null): Promise<SharedPage | null | "limited"> {
  const verdict = await takeRequest("shared", { kind: "address", address: clientAddress(await headers()) });
  if (!verdict.admitted) return "limited";
  const link = await findLink(token);
  if (!link) return null;
  const after = cursor === null ? null : readPlaceCursor(cursor);
  const page = await listLinkItems(link, { limit: ITEM_ROWS, after });
  if (page === "invalid") return null;
  const { name, description, colour, ownerName, expiresAt } = link;
  return {
    ...{ name, description, colour, ownerName },
    expiresAt: expiresAt.toISOString(),
    samples: page.items.map(({ sample }) => sample),
    downloadable: page.downloadable,
    nextCursor: placeCursor(page.next),
  };
}
