import "server-only";
import { and, eq, gt, or, sql } from "drizzle-orm";
import { artists } from "@/db/schema/artists";
import { publicationComments } from "@/db/schema/publication-reactions";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import { isShown } from "@/lib/gallery/effective-values";
import { mayShow } from "@/lib/gallery/lookups";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { notify } from "@/lib/notices/writes";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { SENT_TWICE_MINUTES } from "./constants";
import { takeComment } from "./gate";
import { commentIdSchema, type WriteComment, writeCommentSchema } from "./schema";

type WriteRefusal = "not_found" | "gone" | "no_public_page" | "after_end" | "too_many_comments" | "demo_account";

/**
 * Says something about an item, at a time in it or about all of it, under the actor's public name. The same words sent
 * twice are one comment.
 */
export async function writeComment(ctx: Ctx, input: WriteComment): Promise<Result<{ id: string }, WriteRefusal>> {
  requirePermission(ctx.actor, "gallery:react");
  const { publicationId, text, at: atSeconds } = writeCommentSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  if (!(await takeComment(ctx.actor))) return refused("too_many_comments");
  const userId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    const item = await lockItem(work, publicationId);
    if (!item) return refused("not_found");
    if (!item.isShown || !(await mayShow(item))) return refused("gone");
    if (!(await hasName(work, userId))) return refused("no_public_page");
    if (atSeconds !== null && atSeconds > item.seconds) return refused("after_end");
    const comment = { publicationId, userId, text, atSeconds };
    const sent = await findSent(work, comment);
    if (sent) return ok({ id: sent });
    const [row] = await work.tx.insert(publicationComments).values(comment).returning({ id: publicationComments.id });
    if (!row) throw new Error("insert returned no row");
    if (item.ownerId !== userId) {
      const details = { publicationId, commentId: row.id };
      await notify(work, [{ userId: item.ownerId, kind: "commented", details, sameAs: `comment:${row.id}` }]);
    }
    return ok({ id: row.id });
  });
}

/** Nobody withdraws the item or takes it down before the comment is written. */
async function lockItem(work: Work, id: string) {
  const [item] = await work.tx
    .select({
      ownerId: publications.ownerId,
      seconds: publications.seconds,
      role: users.role,
      isShown: sql<boolean>`coalesce(${isShown}, false)`,
    })
    .from(publications)
    .innerJoin(users, eq(users.id, publications.ownerId))
    .leftJoin(samples, eq(samples.id, publications.sampleId))
    .where(eq(publications.id, id))
    .for("share", { of: publications });
  return item;
}

async function hasName(work: Work, userId: string): Promise<boolean> {
  const own = eq(artists.ownerId, userId);
  return (await work.tx.select({ handle: artists.handle }).from(artists).where(own)).length > 0;
}

/** The same comment that this person sent a moment ago. Two of them at once are looked at one after the other. */
async function findSent(
  work: Work,
  { publicationId, userId, text, atSeconds }: typeof publicationComments.$inferInsert,
): Promise<string | undefined> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comments:${userId}`}, 0))`);
  const row = publicationComments;
  const [sent] = await work.tx
    .select({ id: row.id })
    .from(row)
    .where(
      and(
        eq(row.userId, userId),
        eq(row.publicationId, publicationId),
        eq(row.state, "shown"),
        eq(row.text, text),
        sql`${row.atSeconds} is not distinct from ${atSeconds}::float8`,
        gt(row.createdAt, sql`now() - make_interval(mins => ${SENT_TWICE_MINUTES})`),
      ),
    )
    .limit(1);
  return sent?.id;
}

/**
 * Takes a comment away: whoever wrote it deletes it with its words; whoever published the item removes it from there. A
 * second call changes nothing.
 */
export async function removeComment(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "gallery:react");
  const { id } = commentIdSchema.parse(input);
  const me = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    const row = publicationComments;
    const isMine = eq(row.userId, me);
    const [found] = await work.tx
      .select({ state: row.state, isMine: sql<boolean>`${isMine}` })
      .from(row)
      .innerJoin(publications, eq(publications.id, row.publicationId))
      .where(and(eq(row.id, id), or(isMine, eq(publications.ownerId, me))))
      .for("update", { of: row });
    if (!found) return refused("not_found");
    // Its words go if their author wants that, also after somebody else removed it.
    if (found.isMine) await work.tx.update(row).set({ state: "deleted", text: "" }).where(eq(row.id, id));
    else if (found.state === "shown") {
      await work.tx.update(row).set({ state: "removed" }).where(eq(row.id, id));
      work.audit({ action: "comment.removed", target: { type: "comment", id } });
    }
    return ok(null);
  });
}
