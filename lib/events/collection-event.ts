/** `list`: there is one more or less, or another order. `edited`: name, text, colour and the like. */
export const COLLECTION_CHANGES = ["list", "edited", "items", "sharing"] as const;
export type CollectionChange = (typeof COLLECTION_CHANGES)[number];

/** What `/api/v1/events` sends as `collection` events. */
export interface CollectionEvent {
  collectionId: string;
  change: CollectionChange;
}

/** Null for a change that this page does not know, because the server is newer. */
export function readCollectionEvent(data: string): CollectionEvent | null {
  const { collectionId, change } = JSON.parse(data) as Record<string, unknown>;
  const known = COLLECTION_CHANGES.find((one) => one === change);
  return typeof collectionId === "string" && known ? { collectionId, change: known } : null;
}
