import { createHash } from "node:crypto";
import { namedRoles } from "@/lib/identity/role-name";
import { FLAGS, type FlagName } from "./constants";
import type { FlagSettings, FlagSubject } from "./schema";

const HASH_RANGE = 2 ** 32;

/** The settings of a flag that no admin has changed. */
export function defaultSettings(flag: FlagName): FlagSettings {
  return { enabled: FLAGS[flag].default, roles: [], betaOnly: false, rolloutPercent: 100 };
}

/** An override decides first. Otherwise the flag must be on, and role, beta and rollout must all include the person. */
export function hasFlag(flag: FlagName, settings: FlagSettings, subject: FlagSubject): boolean {
  if (subject.override !== undefined) return subject.override;
  if (!settings.enabled) return false;
  if (settings.roles.length > 0 && !includesRole(settings, subject)) return false;
  if (settings.betaOnly && !subject.isBeta) return false;
  return isInRollout(flag, subject.userId, settings.rolloutPercent);
}

/** Whether somebody without an account has the feature: only what everybody has. */
export function isForEverybody({ enabled, roles, betaOnly, rolloutPercent }: FlagSettings): boolean {
  return enabled && roles.length === 0 && !betaOnly && rolloutPercent >= 100;
}

function includesRole({ roles }: FlagSettings, { role, plans }: FlagSubject): boolean {
  const same = namedRoles(plans).find((named) => named.roles.includes(role))?.roles ?? [role];
  return same.some((one) => roles.includes(one));
}

/** A person's place never changes, so a larger share never takes the feature away. */
export function isInRollout(flag: FlagName, userId: string, rolloutPercent: number): boolean {
  if (rolloutPercent >= 100) return true;
  return rolloutPlace(flag, userId) < rolloutPercent;
}

/**
 * 0 … 100, always the same for a person and a flag. Flags differ, so that it is not always the same people who go
 * first.
 */
export function rolloutPlace(flag: FlagName, userId: string): number {
  const digest = createHash("sha256").update(`${flag}:${userId}`).digest();
  return (digest.readUInt32BE(0) / HASH_RANGE) * 100;
}
