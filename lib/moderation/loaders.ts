import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import { loadItem } from "@/lib/gallery/loaders";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import { PAGE_REPORTED } from "./constants";
import { listAppeals, listReported } from "./data";
import { findReadComment } from "./lookups";
import type { OpenAppeal, Reportable, ReportedThing } from "./schema";

/** What somebody is about to report: an item, or a comment on it. Null if it is not there. */
export async function loadReportable(slug: string, commentId: string | null): Promise<Reportable | null> {
  const page = await loadItem(slug);
  if (!page) return null;
  const { id: publicationId, title, artistName } = page.item;
  if (commentId === null) return { publicationId, title, artistName, comment: null };
  const comment = z.uuid().safeParse(commentId).success ? await findReadComment(publicationId, commentId) : null;
  return comment && { publicationId, title, artistName, comment };
}

/** For admins: what waits for them. Everybody else gets "not found". */
export async function loadModeration(
  cursor: string | null,
): Promise<{ appeals: OpenAppeal[]; things: ReportedThing[]; nextCursor: string | null }> {
  const actor = actorOf(await requireSession());
  if (!can(actor, "gallery:moderate")) notFound();
  const after = cursor === null ? null : readListCursor(cursor);
  const [appeals, { things, next }] = await Promise.all([
    listAppeals(actor, PAGE_REPORTED),
    listReported(actor, { after, limit: PAGE_REPORTED }),
  ]);
  return { appeals, things, nextCursor: listCursor(next) };
}
