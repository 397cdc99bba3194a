import { LICENCE_TEXTS } from "@/lib/gallery/licences";
import { artistAddress, embedAddress, itemAddress, nameOf, pictureAddress, soundAddress, titleOf } from "./addresses";
import { descriptionOf, isoLength, tagsOf } from "./item-text";
import type { PublicArtist, PublicItem } from "./schema";

const personOf = (artist: PublicArtist, origin: string) => ({
  "@type": "Person",
  name: nameOf(artist),
  url: artistAddress(origin, artist),
});

/** What searching programs read of an item: schema.org's MusicRecording, and the AudioObject that is heard. */
export function itemAsJsonLd(item: PublicItem, origin: string): object {
  const { artist, licence, seconds, publishedAt, updatedAt } = item;
  const licenceAddress = LICENCE_TEXTS[licence].url;
  const author = artist ? { byArtist: personOf(artist, origin), creator: personOf(artist, origin) } : {};
  return {
    "@context": "https://schema.org",
    "@type": "MusicRecording",
    "@id": itemAddress(origin, item),
    url: itemAddress(origin, item),
    name: titleOf(item),
    description: descriptionOf(item),
    duration: isoLength(seconds),
    datePublished: publishedAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    image: pictureAddress(origin, item),
    keywords: tagsOf(item),
    ...(licenceAddress === null ? {} : { license: licenceAddress }),
    ...author,
    audio: {
      "@type": "AudioObject",
      name: titleOf(item),
      duration: isoLength(seconds),
      uploadDate: publishedAt.toISOString(),
      embedUrl: embedAddress(origin, item),
      ...(item.hasPreview ? { contentUrl: soundAddress(origin, item), encodingFormat: "audio/flac" } : {}),
    },
  };
}

export const artistAsJsonLd = (artist: PublicArtist, origin: string): object => ({
  "@context": "https://schema.org",
  "@type": "ProfilePage",
  mainEntity: personOf(artist, origin),
});

/** As the text of a `<script type="application/ld+json">`, out of which no text of anybody can break. */
export const jsonLdText = (value: object): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026");
