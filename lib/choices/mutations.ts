import "server-only";
import { sql } from "drizzle-orm";
import { personSettings } from "@/db/schema/person-settings";
import { ok, type Result } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type Choose, chooseSchema } from "./schema";

/**
 * Keeps what a person chose. Only what is named changes, so that two tabs do not undo each other, and what other rooms
 * keep in the same row stays. The demo account is shared: its visitors' choices are in their cookies only.
 */
export async function choose(ctx: Ctx, input: Choose): Promise<Result<null, never>> {
  requireOwnSession(ctx.actor);
  const choices = chooseSchema.parse(input);
  if (ctx.actor.isDemo || Object.keys(choices).length === 0) return ok(null);
  return inTransaction(ctx, async (work) => {
    await work.tx
      .insert(personSettings)
      .values({ userId: ctx.actor.id, choices })
      .onConflictDoUpdate({
        target: personSettings.userId,
        set: { choices: sql`${personSettings.choices} || excluded.choices`, updatedAt: sql`now()` },
        setWhere: sql`not ${personSettings.choices} @> excluded.choices`,
      });
    return ok(null);
  });
}
