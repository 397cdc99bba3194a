import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { publicationComments, reports } from "@/db/schema/publication-reactions";
import { publications } from "@/db/schema/publications";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { stateOfItem } from "@/lib/gallery/lookups";
import { restorePublication, takeDownPublication } from "@/lib/gallery/writes";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { notify } from "@/lib/notices/writes";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { takeReport } from "./gate";
import { findReadComment } from "./lookups";
import {
  type AnswerAppeal,
  type AnswerReports,
  type Appeal,
  answerAppealSchema,
  answerReportsSchema,
  appealSchema,
  type Report,
  reportSchema,
} from "./schema";

/** Somebody who reports, with an account or without. */
export interface Reporter {
  userId: string | null;
  facts: RequestFacts;
}

/** The reports of one thing that nobody has answered. */
const openAbout = (publicationId: string, commentId: string | null) =>
  and(
    eq(reports.publicationId, publicationId),
    commentId === null ? isNull(reports.commentId) : eq(reports.commentId, commentId),
    eq(reports.state, "open"),
  );

/**
 * Says that something should not be public. A person's second report of the same thing changes nothing while the first is
 * open. What a program has filled in is answered alike and not kept.
 */
export async function reportPublic(
  { userId, facts }: Reporter,
  input: Report,
): Promise<Result<null, "not_found" | "gone" | "too_many_reports">> {
  const { website, publicationId, commentId, reason, text } = reportSchema.parse(input);
  if (!(await takeReport(facts))) return refused("too_many_reports");
  if (website !== "") return ok(null);
  const state = await stateOfItem({ id: publicationId });
  if (state !== "shown") return refused(state ?? "not_found");
  if (commentId !== null && (await findReadComment(publicationId, commentId)) === null) return refused("gone");
  return inTransaction(asVisitor(facts), async ({ tx }) => {
    if (userId !== null) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reports:${userId}`}, 0))`);
      const mine = and(openAbout(publicationId, commentId), eq(reports.userId, userId));
      const [earlier] = await tx.select({ id: reports.id }).from(reports).where(mine).limit(1);
      if (earlier) return ok(null);
    }
    await tx.insert(reports).values({ publicationId, commentId, userId, reason, text });
    return ok(null);
  });
}

/**
 * Answers everything that is open about one thing. Upheld, an item is taken down with the reason, and a comment is
 * removed. Of two admins at once, the second is told that it is answered.
 */
export async function answerReports(
  ctx: Ctx,
  input: AnswerReports,
): Promise<Result<{ reports: number }, "already_answered">> {
  requirePermission(ctx.actor, "gallery:moderate");
  const { publicationId, commentId, decision, reason } = answerReportsSchema.parse(input);
  const isUpheld = decision === "uphold";
  return inTransaction(ctx, async (work) => {
    const state = isUpheld ? ("upheld" as const) : ("dismissed" as const);
    const answered = await work.tx
      .update(reports)
      .set({ state, answeredBy: ctx.actor.id, answeredAt: sql`now()` })
      .where(openAbout(publicationId, commentId))
      .returning({ id: reports.id });
    if (answered.length === 0) return refused("already_answered");
    const target = commentId === null ? { type: "publication", id: publicationId } : { type: "comment", id: commentId };
    work.audit({ action: `report.${state}`, target, after: { reports: answered.length } });
    if (isUpheld && commentId === null) await takeDown(work, publicationId, reason);
    if (isUpheld && commentId !== null) await takeAway(work, publicationId, commentId);
    return ok({ reports: answered.length });
  });
}

async function takeDown(work: Work, publicationId: string, reason: string): Promise<void> {
  const down = await takeDownPublication(work, publicationId, reason);
  // Its owner was faster.
  if (!down) return;
  const sameAs = `taken-down:${publicationId}:${down.goneAt.toISOString()}`;
  await notify(work, [{ userId: down.ownerId, kind: "taken_down", details: { publicationId }, sameAs }]);
  work.audit({ action: "publication.taken_down", target: { type: "publication", id: publicationId } });
}

async function takeAway(work: Work, publicationId: string, commentId: string): Promise<void> {
  const [comment] = await work.tx
    .update(publicationComments)
    .set({ state: "removed" })
    .where(and(eq(publicationComments.id, commentId), eq(publicationComments.state, "shown")))
    .returning({ userId: publicationComments.userId });
  if (!comment) return;
  const details = { publicationId, commentId };
  const sameAs = `comment-removed:${commentId}`;
  await notify(work, [{ userId: comment.userId, kind: "comment_removed", details, sameAs }]);
  work.audit({ action: "comment.removed", target: { type: "comment", id: commentId } });
}

/** Answers to a take-down of one's own, once. */
export async function appealTakeDown(ctx: Ctx, input: Appeal): Promise<Result<null, "not_found" | "already_appealed">> {
  requirePermission(ctx.actor, "gallery:publish");
  const { id, text } = appealSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const mine = and(
      eq(publications.id, id),
      eq(publications.ownerId, ctx.actor.id),
      eq(publications.state, "taken_down"),
    );
    const [row] = await work.tx
      .update(publications)
      .set({ appeal: text, appealedAt: sql`now()` })
      .where(and(mine, isNull(publications.appeal)))
      .returning({ id: publications.id });
    if (!row) {
      const earlier = await work.tx.select({ id: publications.id }).from(publications).where(mine);
      return refused(earlier.length > 0 ? "already_appealed" : "not_found");
    }
    work.audit({ action: "publication.appealed", target: { type: "publication", id } });
    return ok(null);
  });
}

/** Shows something again after an appeal, or leaves it down for good. */
export async function answerAppeal(ctx: Ctx, input: AnswerAppeal): Promise<Result<null, "already_answered">> {
  requirePermission(ctx.actor, "gallery:moderate");
  const { id, decision } = answerAppealSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [row] = await work.tx
      .update(publications)
      .set({ appealAnsweredAt: sql`now()` })
      .where(
        and(
          eq(publications.id, id),
          eq(publications.state, "taken_down"),
          isNotNull(publications.appeal),
          isNull(publications.appealAnsweredAt),
        ),
      )
      .returning({ ownerId: publications.ownerId, answeredAt: publications.appealAnsweredAt });
    if (!row) return refused("already_answered");
    const isRestored = decision === "restore";
    if (isRestored) await restorePublication(work, id);
    const sameAs = `appeal:${id}:${row.answeredAt?.toISOString()}`;
    const kind = isRestored ? "restored" : "kept_down";
    await notify(work, [{ userId: row.ownerId, kind, details: { publicationId: id }, sameAs }]);
    const action = isRestored ? "publication.restored" : "publication.appeal_refused";
    work.audit({ action, target: { type: "publication", id } });
    return ok(null);
  });
}
