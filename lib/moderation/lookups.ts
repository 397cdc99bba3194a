import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { publicationComments } from "@/db/schema/publication-reactions";
import type { Reportable } from "./schema";

/** A comment that everybody may read, for whoever reports it. */
export async function findReadComment(publicationId: string, id: string): Promise<Reportable["comment"]> {
  const comment = publicationComments;
  const [row] = await db()
    .select({ id: comment.id, text: comment.text, authorName: artists.name })
    .from(comment)
    .innerJoin(artists, eq(artists.ownerId, comment.userId))
    .where(and(eq(comment.id, id), eq(comment.publicationId, publicationId), eq(comment.state, "shown")));
  return row ?? null;
}
