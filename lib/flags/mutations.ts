import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { featureFlagOverrides, featureFlags } from "@/db/schema/feature-flags";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
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

/** Sets who a flag is on for. If nothing changes, nothing is recorded. */
export async function setFlag(ctx: Ctx, input: SetFlag): Promise<Result<null>> {
  requirePermission(ctx.actor, "flags:manage");
  const { name, ...after } = setFlagSchema.parse(input);
  return changeFlag(ctx, name, async (work) => {
    const [row] = await work.tx.select(settingsColumns).from(featureFlags).where(eq(featureFlags.name, name));
    const before = settingsOf(name, row);
    if (JSON.stringify(before) === JSON.stringify(after)) return ok(null);
    await work.tx
      .insert(featureFlags)
      .values({ name, ...after })
      .onConflictDoUpdate({ target: featureFlags.name, set: { ...after, updatedAt: sql`now()` } });
    work.publish("flags.changed", {});
    work.audit({
      action: "flag.changed",
      target: { type: "flag", id: name },
      before: { ...before },
      after,
    });
    return ok(null);
  });
}

/** Sets a flag for one person, whatever it is for others. */
export async function setOverride(ctx: Ctx, input: SetOverride): Promise<Result<{ userId: string }, "no_such_person">> {
  requirePermission(ctx.actor, "flags:manage");
  const { flag, email, enabled } = setOverrideSchema.parse(input);
  return changeFlag(ctx, flag, async (work) => {
    // The row stays locked until the transaction ends. A deletion of the account waits for it and then removes the
    // override.
    const [person] = await work.tx
      .select({ userId: users.id })
      .from(users)
      .where(eq(users.email, email))
      .for("key share");
    if (!person) return refused("no_such_person");
    const { userId } = person;
    const [row] = await work.tx
      .select({ enabled: featureFlagOverrides.enabled })
      .from(featureFlagOverrides)
      .where(overrideOf(flag, userId));
    if (row?.enabled === enabled) return ok({ userId });
    await work.tx
      .insert(featureFlagOverrides)
      .values({ flag, userId, enabled })
      .onConflictDoUpdate({ target: [featureFlagOverrides.flag, featureFlagOverrides.userId], set: { enabled } });
    work.publish("flags.changed", {});
    work.audit({
      action: "flag.override_set",
      target: { type: "flag", id: flag },
      before: { userId, enabled: row?.enabled ?? null },
      after: { userId, enabled },
    });
    return ok({ userId });
  });
}

/** Removes an override: the flag is again the same for this person as for others. */
export async function removeOverride(ctx: Ctx, input: RemoveOverride): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "flags:manage");
  const { flag, userId } = removeOverrideSchema.parse(input);
  return changeFlag(ctx, flag, async (work) => {
    const [removed] = await work.tx
      .delete(featureFlagOverrides)
      .where(overrideOf(flag, userId))
      .returning({ enabled: featureFlagOverrides.enabled });
    if (!removed) return refused("not_found");
    work.publish("flags.changed", {});
    work.audit({
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

/** Makes changes to one flag run one after the other, so that each records the state before it. */
async function changeFlag<T>(ctx: Ctx, flag: FlagName, change: (work: Work) => Promise<T>): Promise<T> {
  const result = await inTransaction(ctx, async (work) => {
    await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feature-flag:${flag}`}, 0))`);
    return change(work);
  });
  forgetFlags();
  return result;
}
