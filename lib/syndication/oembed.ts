import { artistAddress, embedAddress, nameOf, pictureAddress, titleOf, titleWithArtist } from "./addresses";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./constants";
import type { PublicItem } from "./schema";
import { element, escapeMarkup, xmlDocument } from "./xml";

const WIDTH = 640;
const HEIGHT = 180;
/** Narrower than this, the player is no use. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 140;

/** https://oembed.com: a player for other sites. Null if there is not enough room for it. */
export function oembedOf(
  item: PublicItem,
  { origin, maxWidth, maxHeight }: { origin: string; maxWidth?: number; maxHeight?: number },
): Record<string, string | number> | null {
  const [width, height] = [Math.min(WIDTH, maxWidth ?? WIDTH), Math.min(HEIGHT, maxHeight ?? HEIGHT)];
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return null;
  const { artist } = item;
  return {
    version: "1.0",
    type: "rich",
    title: titleOf(item),
    ...(artist ? { author_name: nameOf(artist), author_url: artistAddress(origin, artist) } : {}),
    provider_name: "SampleMind",
    provider_url: origin,
    // What is withdrawn is to be gone soon everywhere.
    cache_age: 60,
    html: frameOf(item, { origin, width, height }),
    width,
    height,
    thumbnail_url: pictureAddress(origin, item),
    thumbnail_width: PICTURE_WIDTH,
    thumbnail_height: PICTURE_HEIGHT,
  };
}

/** What somebody puts into their own page. */
function frameOf(
  item: PublicItem,
  { origin, width, height }: { origin: string; width: number; height: number },
): string {
  const attributes = {
    src: embedAddress(origin, item),
    title: titleWithArtist(item),
    width: String(width),
    height: String(height),
    style: "border:0;max-width:100%",
    loading: "lazy",
    allow: "autoplay",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeMarkup(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

export function oembedXmlOf(answer: Record<string, string | number>): string {
  const members = Object.entries(answer).map(([name, value]) => element(name, String(value)));
  return xmlDocument(element("oembed", members));
}
