import "server-only";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { mailIsSent } from "@/lib/mail/transport";
import { PAGE_NOTICES } from "./constants";
import { countUnread, findDigest, listNotices } from "./data";
import type { Digest, Notice } from "./schema";

export interface NoticesPage {
  notices: Notice[];
  nextCursor: string | null;
  unread: number;
}

/** What the viewer was told, the newest first. */
export async function loadNotices(cursor: string | null): Promise<NoticesPage> {
  const { id } = actorOf(await requireSession());
  const [{ notices, next }, unread] = await Promise.all([
    listNotices(id, { after: cursor === null ? null : readListCursor(cursor), limit: PAGE_NOTICES }),
    countUnread(id),
  ]);
  return { notices, nextCursor: listCursor(next), unread };
}

export async function loadUnread(): Promise<number> {
  return countUnread(actorOf(await requireSession()).id);
}

/** How often the viewer hears of it by e-mail, and whether this server sends any. */
export async function loadDigest(): Promise<{ digest: Digest; mailIsSent: boolean }> {
  return { digest: await findDigest(actorOf(await requireSession()).id), mailIsSent: mailIsSent() };
}
