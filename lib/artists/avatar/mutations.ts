import "server-only";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { artists } from "@/db/schema/artists";
import type { AvatarRefusal, DrawnAvatar } from "@/lib/analysis/pictures/avatar";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { queryPool } from "@/lib/analysis/worker/pool";
import { AVATAR_BYTES_MAX } from "@/lib/artists/constants";
import { AppError, type Ok, ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { avatarKey, avatarObjects, smallAvatarKey } from "@/lib/objects/object-keys";
import { keepObjects, reserveObjects } from "@/lib/objects/writes";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";
import { logger } from "@/lib/platform/logger";
import { putObject } from "@/lib/platform/s3";
import { inTurn } from "@/lib/similarity/query-sounds/waiting";
import { inTransaction } from "@/lib/work/unit-of-work";

/** Longer than it takes to store two pictures of a few kilobytes. */
const STORE_SECONDS = 10 * 60;
const STORED = { contentType: "image/webp", cacheControl: "private, no-cache" };

/**
 * Gives the actor's public page a picture, drawn anew from what was sent. The one before is deleted. The bytes that were
 * sent are gone when this returns.
 */
export async function setAvatar(
  ctx: Ctx,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Result<{ avatar: string }, AvatarRefusal | "too_large" | "no_public_page" | "demo_account" | "busy">> {
  requirePermission(ctx.actor, "gallery:publish");
  await requireFlag(ctx.actor, "gallery");
  if (ctx.actor.isDemo) return refused("demo_account");
  if (bytes.length > AVATAR_BYTES_MAX) return refused("too_large");
  const drawn = await inTurn(ctx.actor.id, () => draw(ctx, bytes, signal));
  if (!drawn) return refused("busy");
  if (drawn.outcome === "refused") return refused(drawn.reason);
  const key = await store(ctx, drawn);
  return inTransaction(ctx, async (work) => {
    const mine = eq(artists.ownerId, ctx.actor.id);
    const [page] = await work.tx.select({ old: artists.avatarKey }).from(artists).where(mine).for("update");
    // What was stored is marked for deletion, and stays so.
    if (!page) return refused("no_public_page");
    await work.tx.update(artists).set({ avatarKey: key, updatedAt: sql`now()` }).where(mine);
    const kept = await keepObjects(work, [key, smallAvatarKey(key)]);
    if (kept.size < 2) throw new AppError("storage_unavailable", { message: "the picture took too long to store" });
    if (page.old) for (const object of avatarObjects(page.old)) work.forget(object);
    work.audit({ action: "artist.changed", target: { type: "user", id: ctx.actor.id } });
    return ok({ avatar: key.slice(-12) });
  });
}

/** Takes the picture away. A second call changes nothing. */
export async function removeAvatar(ctx: Ctx): Promise<Ok<null>> {
  requirePermission(ctx.actor, "gallery:publish");
  return inTransaction(ctx, async (work) => {
    const mine = eq(artists.ownerId, ctx.actor.id);
    const [page] = await work.tx.select({ old: artists.avatarKey }).from(artists).where(mine).for("update");
    if (!page?.old) return ok(null);
    await work.tx.update(artists).set({ avatarKey: null, updatedAt: sql`now()` }).where(mine);
    for (const object of avatarObjects(page.old)) work.forget(object);
    work.audit({ action: "artist.changed", target: { type: "user", id: ctx.actor.id } });
    return ok(null);
  });
}

/** Failures of this machine, not of what was sent. */
const OF_THE_SERVER = new Set(["internal", "missing_file", "unreadable_file"]);

/** A picture that takes too much memory or time is refused like one that cannot be read. */
async function draw({ actor }: Ctx, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<DrawnAvatar> {
  return withTemporaryFolder(async (folder) => {
    const path = join(folder, "picture");
    await writeFile(path, bytes);
    try {
      return await queryPool().drawAvatar({ path, fairnessKey: actor.id, signal });
    } catch (error) {
      if (!(error instanceof AnalysisFailure) || OF_THE_SERVER.has(error.code)) throw error;
      logger().info({ code: error.code, detail: error.detail }, "a picture that cannot be drawn");
      return { outcome: "refused", reason: "not_a_picture" };
    }
  });
}

/** Marked for deletion before they are written: a crash leaves nothing behind. */
async function store(ctx: Ctx, { large, small }: Extract<DrawnAvatar, { outcome: "drawn" }>): Promise<string> {
  const key = avatarKey(ctx.actor.id, uuidv7());
  await inTransaction(ctx, (work) => reserveObjects(work, avatarObjects(key), STORE_SECONDS));
  await Promise.all([putObject(key, large, STORED), putObject(smallAvatarKey(key), small, STORED)]);
  return key;
}
