import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { artists } from "@/db/schema/artists";
import { publications } from "@/db/schema/publications";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { type SaveArtist, saveArtistSchema } from "./schema";

/**
 * Says what everybody sees of the actor, and by which address. Whoever changes the handle gives the old one up. The audit
 * records that something changed, and nothing of what was written.
 */
export async function saveArtist(ctx: Ctx, input: SaveArtist): Promise<Result<null, "handle_taken" | "demo_account">> {
  requirePermission(ctx.actor, "gallery:publish");
  await requireFlag(ctx.actor, "gallery");
  const wanted = saveArtistSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    await lockHandle(work, wanted.handle);
    const theirs = and(eq(artists.handle, wanted.handle), ne(artists.ownerId, ownerId));
    const [taken] = await work.tx.select({ handle: artists.handle }).from(artists).where(theirs);
    if (taken) return refused("handle_taken");
    const [saved] = await work.tx
      .insert(artists)
      .values({ ownerId, ...wanted })
      .onConflictDoUpdate({
        target: artists.ownerId,
        set: { ...wanted, updatedAt: sql`now()` },
        setWhere: sql`(${artists.handle}, ${artists.name}, ${artists.bio}, ${artists.links})
          is distinct from (excluded.handle, excluded.name, excluded.bio, excluded.links)`,
      })
      .returning({ ownerId: artists.ownerId });
    if (!saved) return ok(null);
    // The name is among the words that they are found by.
    await work.tx.update(publications).set({ valuesRevision: -1 }).where(eq(publications.ownerId, ownerId));
    work.audit({ action: "artist.changed", target: { type: "user", id: ownerId } });
    return ok(null);
  });
}

/** Two people who want the same handle are answered one after the other. */
async function lockHandle(work: Work, handle: string): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`artist:${handle}`}, 0))`);
}
