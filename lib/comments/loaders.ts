import "server-only";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import { loadViewer } from "@/lib/identity/loaders";
import { PAGE_COMMENTS } from "./constants";
import { countComments, hasPublicName, listComments } from "./lookups";
import type { CommentPage } from "./schema";

/** What is said about an item that is shown. A cursor that cannot be read begins with the newest. */
export async function loadComments(publicationId: string, cursor: string | null): Promise<CommentPage> {
  const viewerId = (await loadViewer())?.id ?? null;
  const after = cursor === null ? null : readListCursor(cursor);
  const [{ comments, next }, total, isNamed] = await Promise.all([
    listComments(publicationId, { viewerId, after, limit: PAGE_COMMENTS }),
    countComments(publicationId),
    viewerId !== null && hasPublicName(viewerId),
  ]);
  const writer = viewerId === null ? "stranger" : isNamed ? "named" : "nameless";
  return { comments, nextCursor: listCursor(next), total, writer };
}
