import { publicText } from "@/lib/format/public-text";
import { ENGLISH } from "@/lib/language/text";
import { artistAddress, avatarAddress, itemAddress, nameOf, pictureAddress, titleOf } from "./addresses";
import { cleanLine } from "./clean-text";
import { descriptionOf, summaryOf, tagsOf } from "./item-text";
import type { Feed, PublicArtist, PublicItem } from "./schema";

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeedOf(feed: Feed, origin: string): object {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: cleanLine(feed.title),
    description: publicText(feed.description),
    home_page_url: feed.pageAddress,
    feed_url: feed.feedAddress,
    language: "en",
    ...(feed.picture ? { icon: feed.picture } : {}),
    items: feed.items.map((item) => itemOf(item, origin)),
  };
}

function itemOf(item: PublicItem, origin: string): object {
  const { artist } = item;
  return {
    id: itemAddress(origin, item),
    url: itemAddress(origin, item),
    title: titleOf(item),
    content_text: descriptionOf(item),
    summary: summaryOf(item, ENGLISH),
    image: pictureAddress(origin, item),
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt.toISOString(),
    tags: tagsOf(item),
    ...(artist ? { authors: [authorOf(artist, origin)] } : {}),
  };
}

function authorOf(artist: PublicArtist, origin: string): object {
  const avatar = avatarAddress(origin, artist);
  return { name: nameOf(artist), url: artistAddress(origin, artist), ...(avatar ? { avatar } : {}) };
}
