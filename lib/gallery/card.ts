import type { CardItem, PublicItem } from "./schema";

/** What a card shows of an item. It is sent twice, drawn and as what scripts read, so it is no more than that. */
export function cardOf(item: PublicItem): CardItem {
  const { avatar: _avatar, playCount: _plays, downloadCount: _downloads, publishedAt: _time, ...card } = item;
  return card;
}
