import "server-only";
import { and, eq } from "drizzle-orm";
import { follows, publicationFavourites } from "@/db/schema/publication-reactions";
import { findArtist } from "@/lib/artists/lookups";
import { ok, type Result, refused } from "@/lib/errors";
import { stateOfItem } from "@/lib/gallery/lookups";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { notify } from "@/lib/notices/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type SetFollow, type SetPublicFavourite, setFollowSchema, setPublicFavouriteSchema } from "./schema";

/** Follows an artist, or stops. A second call changes nothing. The artist is told once, however often it changes. */
export async function setFollow(
  ctx: Ctx,
  input: SetFollow,
): Promise<Result<null, "not_found" | "yourself" | "demo_account">> {
  requirePermission(ctx.actor, "gallery:react");
  const { handle, follows: wanted } = setFollowSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const artist = await findArtist(handle);
  if (artist === null || artist === "gone") return refused("not_found");
  const [artistId, userId] = [artist.ownerId, ctx.actor.id];
  if (artistId === userId) return refused("yourself");
  return inTransaction(ctx, async (work) => {
    if (!wanted) {
      await work.tx.delete(follows).where(and(eq(follows.artistId, artistId), eq(follows.userId, userId)));
      return ok(null);
    }
    const [added] = await work.tx
      .insert(follows)
      .values({ artistId, userId })
      .onConflictDoNothing()
      .returning({ at: follows.followedAt });
    if (added) {
      const sameAs = `follow:${userId}`;
      await notify(work, [{ userId: artistId, kind: "followed", details: { userId }, sameAs }]);
    }
    return ok(null);
  });
}

/** Makes an item of the gallery a favourite of the actor, or no longer. A second call changes nothing. */
export async function setPublicFavourite(
  ctx: Ctx,
  input: SetPublicFavourite,
): Promise<Result<null, "not_found" | "gone" | "demo_account">> {
  requirePermission(ctx.actor, "gallery:react");
  const { publicationId, isFavourite } = setPublicFavouriteSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const userId = ctx.actor.id;
  const mine = and(eq(publicationFavourites.publicationId, publicationId), eq(publicationFavourites.userId, userId));
  // What is gone can still be let go.
  const state = isFavourite ? await stateOfItem({ id: publicationId }) : "shown";
  if (state !== "shown") return refused(state ?? "not_found");
  return inTransaction(ctx, async ({ tx }) => {
    if (!isFavourite) await tx.delete(publicationFavourites).where(mine);
    else await tx.insert(publicationFavourites).values({ publicationId, userId }).onConflictDoNothing();
    return ok(null);
  });
}
