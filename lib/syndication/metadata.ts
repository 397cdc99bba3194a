import type { Metadata } from "next";
import { AVATAR_SIDES } from "@/lib/analysis/pictures/avatar-sides";
import type { Text } from "@/lib/language/text";
import {
  artistAddress,
  avatarAddress,
  itemAddress,
  nameOf,
  oembedAddress,
  pictureAddress,
  titleOf,
  titleWithArtist,
} from "./addresses";
import { cleanLine } from "./clean-text";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./constants";
import { factsOf, summaryOf } from "./item-text";
import type { PublicArtist, PublicItem } from "./schema";

const feedsBelow = (address: string, title: string) => ({
  "application/rss+xml": [{ url: `${address}/feed.xml`, title }],
  "application/feed+json": [{ url: `${address}/feed.json`, title }],
});

/** For pages that have no picture of their own. */
const iconOf = (origin: string, siteName: string) => [
  { url: `${origin}/icon-512.png`, width: 512, height: 512, type: "image/png", alt: siteName },
];

/** Of the page that everybody comes to first. */
export function landingMetadata(origin: string, siteName: string, t: Text): Metadata {
  const address = `${origin}/`;
  const title = t("{name}: know what is in your samples", { name: siteName });
  const description = t(
    "SampleMind measures the tempo, key, loudness and character of every audio file you have, says how sure it is of each, and finds the sounds that fit, on your own machine.",
  );
  const images = iconOf(origin, siteName);
  return {
    alternates: { canonical: address },
    openGraph: { type: "website", url: address, title, description, siteName, images },
    twitter: { card: "summary", title, description, images },
  };
}

/** The head of an item's page: its one address, and what other sites show beside a link to it. */
export function itemMetadata(item: PublicItem, origin: string, siteName: string, t: Text): Metadata {
  const [address, title, description] = [itemAddress(origin, item), titleWithArtist(item, t), summaryOf(item, t)];
  const alt = t("The waveform of {title}: {facts}", { title: titleOf(item), facts: factsOf(item, t) });
  const picture = { url: pictureAddress(origin, item), width: PICTURE_WIDTH, height: PICTURE_HEIGHT, alt };
  return {
    title,
    description,
    alternates: {
      canonical: address,
      types: {
        "application/json+oembed": [{ url: oembedAddress(origin, item, "json"), title }],
        "text/xml+oembed": [{ url: oembedAddress(origin, item, "xml"), title }],
      },
    },
    openGraph: {
      type: "music.song",
      url: address,
      title,
      description,
      siteName,
      duration: Math.max(1, Math.round(item.seconds)),
      ...(item.artist ? { musicians: [artistAddress(origin, item.artist)] } : {}),
      images: [{ ...picture, type: "image/png" }],
    },
    twitter: { card: "summary_large_image", title, description, images: [picture] },
  };
}

export function artistMetadata(
  artist: PublicArtist & { bio: string },
  origin: string,
  siteName: string,
  t: Text,
): Metadata {
  const [address, title] = [artistAddress(origin, artist), nameOf(artist)];
  const description = summaryOfBio(artist.bio) || t("Sounds by {name}.", { name: title });
  const picture = avatarAddress(origin, artist);
  const side = AVATAR_SIDES.large;
  const images = picture
    ? [{ url: picture, width: side, height: side, type: "image/webp", alt: title }]
    : iconOf(origin, siteName);
  return {
    title,
    description,
    alternates: { canonical: address, types: feedsBelow(address, t("Sounds by {name}", { name: title })) },
    openGraph: { type: "profile", url: address, title, description, siteName, images },
    twitter: { card: "summary", title, description, images },
  };
}

/** Of the gallery. A page of a search or a further page of the list has no address of its own for others. */
export function galleryMetadata(
  origin: string,
  { isWholeGallery, siteName }: { isWholeGallery: boolean; siteName: string },
  t: Text,
): Metadata {
  const [address, title] = [`${origin}/gallery`, t("Gallery")];
  const description = t("Sounds and tracks that people publish, found by tempo, key and how they sound.");
  const images = iconOf(origin, siteName);
  return {
    title,
    description,
    alternates: { canonical: address, types: feedsBelow(address, t("New in the gallery")) },
    openGraph: { type: "website", url: address, title, description, siteName, images },
    twitter: { card: "summary", title, description, images },
    ...(isWholeGallery ? {} : { robots: { index: false, follow: true } }),
  };
}

const summaryOfBio = (bio: string) => cleanLine(bio, 200);
