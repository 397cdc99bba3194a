import "server-only";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { loadText } from "@/lib/choices/language";
import { requestOrigin } from "@/lib/request/request-origin";
import { loadSite } from "@/lib/site/loaders";
import { itemAddress, nameOf, titleOf } from "./addresses";
import { isId } from "./item-id";
import { factsOf } from "./item-text";
import { itemAsJsonLd, jsonLdText } from "./json-ld";
import { findItem } from "./lookups";
import { artistMetadata, galleryMetadata, itemMetadata, landingMetadata } from "./metadata";
import type { EmbeddedItem, PublicArtist } from "./schema";

export async function loadEmbedded(id: string): Promise<EmbeddedItem | "gone" | null> {
  const item = isId(id) ? await findItem({ id: id.toLowerCase() }) : null;
  if (item === null || item === "gone") return item;
  const address = itemAddress(requestOrigin(await headers()), item);
  return {
    id: item.id,
    title: titleOf(item),
    artistName: item.artist && nameOf(item.artist),
    facts: factsOf(item, await loadText()),
    address,
    // On the frame's own origin, whatever the configured one is.
    soundAddress: item.hasPreview ? `/gallery/${encodeURIComponent(item.slug)}/audio` : null,
    seconds: item.seconds,
    overview: item.overview,
  };
}

const notPublic = async (): Promise<Metadata> => {
  const t = await loadText();
  return { title: t("Not public"), robots: { index: false } };
};
const siteNow = async () => (await loadSite()).name;
const originNow = async () => requestOrigin(await headers());
/** Its head and its body ask for it. */
const itemAt = cache((slug: string) => findItem({ slug }));

export async function loadItemHead(slug: string): Promise<Metadata> {
  const item = await itemAt(slug);
  return item === null || item === "gone"
    ? notPublic()
    : itemMetadata(item, await originNow(), await siteNow(), await loadText());
}

/** What searching programs read in an item's page; null if there is no item. */
export async function loadItemData(slug: string): Promise<string | null> {
  const item = await itemAt(slug);
  return item === null || item === "gone" ? null : jsonLdText(itemAsJsonLd(item, await originNow()));
}

export async function loadArtistHead(artist: (PublicArtist & { bio: string }) | null): Promise<Metadata> {
  return artist === null ? notPublic() : artistMetadata(artist, await originNow(), await siteNow(), await loadText());
}

export const loadLandingHead = async (): Promise<Metadata> =>
  landingMetadata(await originNow(), await siteNow(), await loadText());

export async function loadGalleryHead(isWholeGallery: boolean): Promise<Metadata> {
  return galleryMetadata(await originNow(), { isWholeGallery, siteName: await siteNow() }, await loadText());
}
