import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { featureFlagOverrides, featureFlags } from "@/db/schema/feature-flags";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import { notifyFlagsChanged } from "@/lib/events/mutations";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { FlagName } from "./constants";
import { forgetFlags, settingsColumns, settingsOf } from "./data";
import {
  type RemoveOverride,
  removeOverrideSchema,
  type SetFlag,
  type SetOverride,
  setFlagSchema,
  setOverrideSchema,
} from "./schema";

/** Says for whom a flag is on. Saying what holds already changes and records nothing. */
export async function setFlag(ctx: Ctx, input: SetFlag): Promise<Result<null>> {
  requirePermission(ctx.actor, "flags:manage");
  const { name, ...after } = setFlagSchema.parse(input);
  return changeFlag(name, async (tx) => {
    const [row] = await tx.select(settingsColumns).from(featureFlags).where(eq(featureFlags.name, name));
    const before = settingsOf(name, row);
    if (JSON.stringify(before) === JSON.stringify(after)) return ok(null);
    await tx
      .insert(featureFlags)
      .values({ name, ...after })
      .onConflictDoUpdate({ target: featureFlags.name, set: { ...after, updatedAt: sql`now()` } });
    await notifyFlagsChanged(tx);
    await recordAudit(tx, ctx, {
      action: "flag.changed",
      target: { type: "flag", id: name },
      before: { ...before },
      after,
    });
    return ok(null);
  });
}

/** Answers for one person, whatever the flag says to others. */
export async function setOverride(ctx: Ctx, input: SetOverride): Promise<Result<{ userId: string }, "no_such_person">> {
  requirePermission(ctx.actor, "flags:manage");
  const { flag, email, enabled } = setOverrideSchema.parse(input);
  return changeFlag(flag, async (tx) => {
    // Held to the end of the transaction: an account being deleted goes after it and takes the override along.
    const [person] = await tx.select({ userId: users.id }).from(users).where(eq(users.email, email)).for("key share");
    if (!person) return refused("no_such_person");
    const { userId } = person;
    const [row] = await tx
      .select({ enabled: featureFlagOverrides.enabled })
      .from(featureFlagOverrides)
      .where(overrideOf(flag, userId));
    if (row?.enabled === enabled) return ok({ userId });
    await tx
      .insert(featureFlagOverrides)
      .values({ flag, userId, enabled })
      .onConflictDoUpdate({ target: [featureFlagOverrides.flag, featureFlagOverrides.userId], set: { enabled } });
    await notifyFlagsChanged(tx);
    await recordAudit(tx, ctx, {
      action: "flag.override_set",
      target: { type: "flag", id: flag },
      before: { userId, enabled: row?.enabled ?? null },
      after: { userId, enabled },
    });
    return ok({ userId });
  });
}

/** From here on the flag answers for this person as for others. */
export async function removeOverride(ctx: Ctx, input: RemoveOverride): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "flags:manage");
  const { flag, userId } = removeOverrideSchema.parse(input);
  return changeFlag(flag, async (tx) => {
    const [removed] = await tx
      .delete(featureFlagOverrides)
      .where(overrideOf(flag, userId))
      .returning({ enabled: featureFlagOverrides.enabled });
    if (!removed) return refused("not_found");
    await notifyFlagsChanged(tx);
    await recordAudit(tx, ctx, {
      action: "flag.override_removed",
      target: { type: "flag", id: flag },
      before: { userId, enabled: removed.enabled },
      after: { userId, enabled: null },
    });
    return ok(null);
  });
}

const overrideOf = (flag: FlagName, userId: string) =>
  and(eq(featureFlagOverrides.flag, flag), eq(featureFlagOverrides.userId, userId));

/** One change of a flag after the other, so that each records what was there before it. */
async function changeFlag<T>(flag: FlagName, change: (tx: Executor) => Promise<T>): Promise<T> {
  const result = await db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feature-flag:${flag}`}, 0))`);
    return change(tx);
  });
  forgetFlags();
  return result;
}
