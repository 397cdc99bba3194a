import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { artists } from "@/db/schema/artists";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import {
  type EditPublication,
  editPublicationSchema,
  type Publish,
  publicationIdSchema,
  publishSchema,
} from "./schema";
import { slugOf } from "./slug";
import { describePublications, withdrawPublication } from "./writes";

const SLUG_TRIES = 5;

/**
 * Shows a sample to everybody, at an address of its own. The person needs a public page first. `taken_down`: an admin
 * decided that it is not shown.
 */
export async function publishSample(
  ctx: Ctx,
  input: Publish,
): Promise<
  Result<
    { id: string; slug: string },
    "not_found" | "no_public_page" | "already_public" | "taken_down" | "demo_account"
  >
> {
  requirePermission(ctx.actor, "gallery:publish");
  await requireFlag(ctx.actor, "gallery");
  const { sampleId, ...said } = publishSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    const sample = await lockAnalysed(work, ownerId, sampleId);
    if (!sample) return refused("not_found");
    const [artist] = await work.tx.select({ at: artists.createdAt }).from(artists).where(eq(artists.ownerId, ownerId));
    if (!artist) return refused("no_public_page");
    const isKept = and(eq(publications.sampleId, sampleId), ne(publications.state, "withdrawn"));
    const [other] = await work.tx.select({ state: publications.state }).from(publications).where(isKept);
    if (other) return refused(other.state === "taken_down" ? "taken_down" : "already_public");
    const made = await insertAtFreeAddress(work, { ownerId, sampleId, ...said, ...sample });
    await describePublications(work, [made.id]);
    wantPreview(work, made.id, ownerId);
    work.publish("publication.published", { publicationId: made.id, ownerId });
    const { licence, aiTraining, allowsDownload } = said;
    const after = { sampleId, licence, aiTraining, allowsDownload };
    work.audit({ action: "publication.published", target: { type: "publication", id: made.id }, after });
    return ok(made);
  });
}

/** Nobody deletes it or publishes it a second time meanwhile. */
async function lockAnalysed(work: Work, ownerId: string, sampleId: string) {
  const mine = and(eq(samples.id, sampleId), eq(samples.ownerId, ownerId), isNull(samples.deletedAt));
  const [found] = await work.tx
    .select({ seconds: analyses.durationSeconds, sha256: analyses.sha256 })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(and(mine, eq(samples.status, "completed")))
    .for("no key update", { of: samples });
  return found;
}

async function insertAtFreeAddress(work: Work, row: Omit<typeof publications.$inferInsert, "slug">) {
  for (let tries = 0; tries < SLUG_TRIES; tries++) {
    const [made] = await work.tx
      .insert(publications)
      .values({ ...row, slug: slugOf(row.title) })
      .onConflictDoNothing({ target: publications.slug })
      .returning({ id: publications.id, slug: publications.slug });
    if (made) return made;
  }
  throw new Error("no free address was found");
}

const wantPreview = (work: Work, publicationId: string, ownerId: string) =>
  work.publish("publication.preview_wanted", { publicationId, ownerId }, randomUUID());

/**
 * Changes what is said of it and what others may do with it. What was downloaded before stays under the licence of that
 * moment. If downloads are allowed or no longer are, strangers hear nothing until there is another copy.
 */
export async function editPublication(ctx: Ctx, input: EditPublication): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "gallery:publish");
  await requireFlag(ctx.actor, "gallery");
  const { id, ...said } = editPublicationSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const mine = and(eq(publications.id, id), eq(publications.ownerId, ctx.actor.id), eq(publications.state, "public"));
    const [before] = await work.tx
      .select({
        licence: publications.licence,
        aiTraining: publications.aiTraining,
        allowsDownload: publications.allowsDownload,
        previewKey: publications.previewKey,
      })
      .from(publications)
      .where(mine)
      .for("update");
    if (!before) return refused("not_found");
    const isOther = before.allowsDownload !== said.allowsDownload;
    await work.tx
      .update(publications)
      .set({ ...said, updatedAt: new Date(), ...(isOther ? { previewKey: null, previewVersion: 0 } : {}) })
      .where(mine);
    await describePublications(work, [id]);
    if (isOther) {
      if (before.previewKey) work.forget({ objectKey: before.previewKey });
      wantPreview(work, id, ctx.actor.id);
    }
    const { previewKey: _, ...rights } = before;
    const { licence, aiTraining, allowsDownload } = said;
    const after = { licence, aiTraining, allowsDownload };
    work.audit({ action: "publication.edited", target: { type: "publication", id }, before: rights, after });
    return ok(null);
  });
}

/**
 * Takes it back. The address says from now on that there was something, and nothing of what was said is kept. Whoever has
 * downloaded it keeps what they got. A second call changes nothing.
 */
export async function withdraw(ctx: Ctx, input: { id: string }): Promise<Result<{ id: string }, "not_found">> {
  requirePermission(ctx.actor, "gallery:publish");
  const { id } = publicationIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const mine = and(eq(publications.id, id), eq(publications.ownerId, ctx.actor.id));
    const [found] = await work.tx.select({ state: publications.state }).from(publications).where(mine).for("update");
    if (!found || found.state === "taken_down") return refused("not_found");
    if (found.state === "withdrawn") return ok({ id });
    await withdrawPublication(work, id);
    work.audit({ action: "publication.withdrawn", target: { type: "publication", id } });
    return ok({ id });
  });
}
