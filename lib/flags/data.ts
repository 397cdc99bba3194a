import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { featureFlagOverrides, featureFlags } from "@/db/schema/feature-flags";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/identity/actor";
import { ROLES, requirePermission } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import { liveChannel } from "@/lib/platform/live-channel";
import { FLAG_NAMES, FLAGS, type FlagName } from "./constants";
import { FlagCache, type FlagSnapshot } from "./flag-cache";
import { defaultSettings, hasFlag } from "./policy";
import type { FlagListing, FlagOverride, FlagSettings } from "./schema";

/** Whose flags are asked for: a signed-in person, or the owner of a key. */
export type FlagHolder = Pick<Actor, "id" | "role">;

export const settingsColumns = {
  enabled: featureFlags.enabled,
  roles: featureFlags.roles,
  betaOnly: featureFlags.betaOnly,
  rolloutPercent: featureFlags.rolloutPercent,
};

export function settingsOf(flag: FlagName, row: (Omit<FlagSettings, "roles"> & { roles: string[] }) | undefined) {
  if (!row) return defaultSettings(flag);
  const { enabled, roles, betaOnly, rolloutPercent } = row;
  return { enabled, roles: ROLES.filter((role) => roles.includes(role)), betaOnly, rolloutPercent };
}

// Pages and routes are bundled separately, but share one cache per process.
const shared = globalThis as unknown as { samplemindFlagCache?: FlagCache };

export function flagCache(): FlagCache {
  shared.samplemindFlagCache ??= new FlagCache(liveChannel(), readSnapshot);
  return shared.samplemindFlagCache;
}

/** For the process that made a change: the notification reaches it only a moment later. */
export function forgetFlags(): void {
  flagCache().forget();
}

async function readSnapshot(): Promise<FlagSnapshot> {
  const [rows, overrideRows] = await Promise.all([
    db()
      .select({ name: featureFlags.name, ...settingsColumns })
      .from(featureFlags),
    db()
      .select({
        flag: featureFlagOverrides.flag,
        userId: featureFlagOverrides.userId,
        enabled: featureFlagOverrides.enabled,
      })
      .from(featureFlagOverrides),
  ]);
  const settings = Object.fromEntries(
    FLAG_NAMES.map((name) => [
      name,
      settingsOf(
        name,
        rows.find((row) => row.name === name),
      ),
    ]),
  ) as FlagSnapshot["settings"];
  const overrides = new Map<string, Partial<Record<FlagName, boolean>>>();
  for (const { flag, userId, enabled } of overrideRows)
    overrides.set(userId, { ...overrides.get(userId), [flag]: enabled });
  return { settings, overrides };
}

/** Which of the flags are on for this person. */
export async function flagsOf(
  holder: FlagHolder,
  flags: readonly FlagName[] = FLAG_NAMES,
): Promise<ReadonlySet<FlagName>> {
  const { settings, overrides } = await flagCache().current();
  const own = overrides.get(holder.id);
  const isBeta = flags.some((flag) => settings[flag].betaOnly) && (await isBetaUser(holder.id));
  const subject = { userId: holder.id, role: holder.role, plans: plansAreOn(), isBeta };
  return new Set(flags.filter((flag) => hasFlag(flag, settings[flag], { ...subject, override: own?.[flag] })));
}

async function isBetaUser(userId: string): Promise<boolean> {
  const [row] = await db().select({ isBeta: users.isBeta }).from(users).where(eq(users.id, userId));
  return row?.isBeta ?? false;
}

export async function isFlagOn(holder: FlagHolder, flag: FlagName): Promise<boolean> {
  return (await flagsOf(holder, [flag])).has(flag);
}

/** @throws AppError `feature_off` if the feature is switched off for this person. */
export async function requireFlag(holder: FlagHolder, flag: FlagName): Promise<void> {
  if (!(await isFlagOn(holder, flag))) throw new AppError("feature_off", { message: `${flag} is switched off` });
}

/** Every flag of a feature that exists, with its current settings, in the order of the groups. */
export async function listFlags(actor: Actor): Promise<FlagListing[]> {
  requirePermission(actor, "flags:manage");
  const [rows, overrides] = await Promise.all([
    db()
      .select({ name: featureFlags.name, updatedAt: featureFlags.updatedAt, ...settingsColumns })
      .from(featureFlags),
    db()
      .select({
        flag: featureFlagOverrides.flag,
        userId: users.id,
        name: users.name,
        email: users.email,
        enabled: featureFlagOverrides.enabled,
      })
      .from(featureFlagOverrides)
      .innerJoin(users, eq(users.id, featureFlagOverrides.userId))
      .orderBy(asc(users.email)),
  ]);
  return FLAG_NAMES.filter((name) => FLAGS[name].exists).map((name) => {
    const row = rows.find((one) => one.name === name);
    const { group, description } = FLAGS[name];
    const updatedAt = row?.updatedAt.toISOString() ?? null;
    const own = overrides.filter(({ flag }) => flag === name).map(({ flag: _, ...rest }): FlagOverride => rest);
    return { name, group, description, updatedAt, ...settingsOf(name, row), overrides: own };
  });
}
