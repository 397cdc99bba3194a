import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { personSettings } from "@/db/schema/person-settings";
import { samples } from "@/db/schema/samples";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type NoteStep, noteStepSchema } from "./schema";

/** Writes down that somebody took a step that leaves nothing else behind. The demo account is many people. */
export async function noteStep(ctx: Ctx, input: NoteStep): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  const { step, sampleId } = noteStepSchema.parse(input);
  const userId = ctx.actor.id;
  if (ctx.actor.isDemo) return ok(null);
  return inTransaction(ctx, async (work) => {
    if (step !== "search") {
      const isMine = and(eq(samples.ownerId, userId), isNull(samples.deletedAt), eq(samples.status, "completed"));
      const [seen] = sampleId
        ? await work.tx
            .select({ id: samples.id })
            .from(samples)
            .where(and(eq(samples.id, sampleId), isMine))
        : [];
      if (!seen) return refused("not_found");
    }
    const reached = sql`coalesce(${personSettings.choices} -> 'reached', '{}') || (excluded.choices -> 'reached')`;
    await work.tx
      .insert(personSettings)
      .values({ userId, choices: { reached: { [step]: true } } })
      .onConflictDoUpdate({
        target: personSettings.userId,
        set: { choices: sql`${personSettings.choices} || jsonb_build_object('reached', ${reached})` },
        setWhere: sql`not coalesce(${personSettings.choices} -> 'reached' ? ${step}, false)`,
      });
    return ok(null);
  });
}

/** Puts the checklist away for good. */
export async function endChecklist(ctx: Ctx): Promise<Result<null, never>> {
  requireOwnSession(ctx.actor);
  return inTransaction(ctx, async (work) => {
    await work.tx
      .insert(personSettings)
      .values({ userId: ctx.actor.id, checklistEndedAt: sql`now()` })
      .onConflictDoUpdate({
        target: personSettings.userId,
        set: { checklistEndedAt: sql`now()` },
        setWhere: isNull(personSettings.checklistEndedAt),
      });
    return ok(null);
  });
}

/** Has the five sounds made that people try things on. Those that the library has already are not made again. */
export async function askTrySounds(ctx: Ctx): Promise<Result<null, never>> {
  requirePermission(ctx.actor, "samples:upload");
  return inTransaction(ctx, async (work) => {
    work.publish("try_sounds.asked", { ownerId: ctx.actor.id }, uuidv7());
    return ok(null);
  });
}
